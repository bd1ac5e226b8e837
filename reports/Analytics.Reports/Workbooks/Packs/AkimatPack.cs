using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Sheets;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>
/// The workbook of the akim's office: a summary, a sheet by district for each of coverage, spending, grants and employment,
/// the targets, and the definitions. All figures come from one question, so from one publication.
/// </summary>
public sealed class AkimatPack(IndicatorReader reader)
{
    private static readonly IndicatorGroup[] DistrictGroups =
        [IndicatorGroup.Coverage, IndicatorGroup.Spending, IndicatorGroup.Grants, IndicatorGroup.Employment];

    /// <summary>Writes the workbook; it is a <see cref="ReportPack"/>.</summary>
    /// <exception cref="Warehouse.Publications.NothingPublishedException">No publication is in force yet.</exception>
    public async Task WriteAsync(Stream output, ReportQuestion question, CancellationToken cancellationToken)
    {
        var answer = await reader.ReadAsync(
            new IndicatorQuery(IndicatorCatalogue.All, question.Territories, question.Period)
            {
                Comparisons = new HashSet<Comparison> { Comparison.LastYear, Comparison.Target },
                Audience = question.Audience,
                Boundaries = question.Boundaries,
            },
            cancellationToken);

        using var file = Compose(new PackContent(answer, question.Language, question.IsDemo));
        await file.CopyToAsync(output, cancellationToken);
    }

    private static MemoryStream Compose(PackContent content)
    {
        using var workbook = WorkbookFile.New();

        var results = new FormulaResults();
        SummarySheet.Write(Sheet(content.Language.ReportText("sheet.summary")), content);
        foreach (var group in DistrictGroups)
        {
            new DistrictSheet(Sheet(content.Language.Name(group)), content, group).Write();
        }

        TargetSheet.Write(Sheet(content.Language.ReportText("sheet.targets")), content);
        DefinitionsSheet.Write(Sheet(content.Language.ReportText("sheet.definitions")), content);

        return WorkbookFile.Save(workbook, results, content, content.Language.ReportText("title.summary"));

        SheetWriter Sheet(string name) => new(workbook.AddWorksheet(name), results, content.Language);
    }
}
