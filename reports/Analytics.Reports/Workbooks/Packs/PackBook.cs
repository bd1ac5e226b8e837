using Analytics.Reports.Charts;
using Analytics.Reports.Pdf;
using Analytics.Reports.Workbooks.Cells;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>What a pack has read and how it shows it: the sheets of a workbook, all of one publication.</summary>
/// <param name="Content">What the workbook is about.</param>
/// <param name="Title">Title of the document.</param>
/// <param name="Sheets">Sheets in their order.</param>
internal sealed record PackBook(PackContent Content, string Title, IReadOnlyList<PackSheet> Sheets)
{
    /// <summary>The charts of the printed form, which come after its first sheet.</summary>
    public IReadOnlyList<BarChart> Charts { get; init; } = [];

    /// <summary>The saved workbook, at its beginning.</summary>
    public MemoryStream Save()
    {
        using var book = Fill();
        return WorkbookFile.Save(book.Workbook, book.Results, Content, Title);
    }

    /// <summary>The workbook as a PDF, at its beginning.</summary>
    public MemoryStream Print()
    {
        using var book = Fill();
        return new PackPdf(this, book).Write();
    }

    private FilledBook Fill()
    {
        var workbook = WorkbookFile.New();
        var (results, index) = (new LateParts(), new WorkbookIndex());
        var sheets = Sheets.Select(sheet => (sheet, Writer: new SheetWriter(workbook.AddWorksheet(PackSheet.NameOf(sheet.Name)), results, Content.Language) { Index = index })).ToList();
        foreach (var (sheet, writer) in sheets.OrderBy(one => one.sheet.IsAboutOthers))
        {
            sheet.Write(writer);
        }

        return new FilledBook(workbook, results, [.. sheets.Select(one => one.Writer)]);
    }
}
