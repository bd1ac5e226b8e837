using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks;

/// <summary>Begins and ends a workbook: its font, and the saving with the results of its formulas.</summary>
internal static class WorkbookFile
{
    public static XLWorkbook New()
    {
        var workbook = new XLWorkbook();
        workbook.Style.Font.SetFontName(CellStyles.FontName).Font.SetFontSize(CellStyles.TextSize).Font.SetFontColor(CellStyles.Text);
        workbook.Style.Alignment.Vertical = XLAlignmentVerticalValues.Center;
        return workbook;
    }

    /// <summary>The saved file, at its beginning.</summary>
    public static MemoryStream Save(XLWorkbook workbook, LateParts results, PackContent content, string title)
    {
        var file = new MemoryStream();
        workbook.SaveAs(file, new SaveOptions { EvaluateFormulasBeforeSaving = false, ValidatePackage = false });
        results.WriteInto(file);
        DocumentProperties.WriteInto(file, content, title);
        file.Position = 0;
        return file;
    }
}
