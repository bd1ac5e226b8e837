using Analytics.Reports.Workbooks.Cells;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>A pack's workbook with all its cells written, before it is saved or printed.</summary>
/// <param name="Workbook">The workbook.</param>
/// <param name="Results">What its formulas yield.</param>
/// <param name="Sheets">Writers of its sheets, in their order.</param>
internal sealed record FilledBook(XLWorkbook Workbook, LateParts Results, IReadOnlyList<SheetWriter> Sheets) : IDisposable
{
    public void Dispose() => Workbook.Dispose();
}
