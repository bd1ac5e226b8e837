using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Reports.Workbooks.Sheets;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Workbooks;

/// <summary>The table of a group's page as a workbook: all its indicators by district, in the order of the page.</summary>
public sealed class GroupTables(IndicatorReader reader)
{
    /// <summary>Writes the workbook.</summary>
    /// <param name="group">Group.</param>
    /// <param name="question">What is asked for; it may be ordered by an indicator of the group.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Warehouse.Publications.NothingPublishedException">No publication is in force yet.</exception>
    public async Task<Stream> WriteAsync(IndicatorGroup group, ReportQuestion question, CancellationToken cancellationToken)
    {
        var answer = await reader.ReadAsync(question.Of(IndicatorCatalogue.In(group)), cancellationToken);
        var content = new PackContent(answer, question.Language, question.IsDemo) { Order = TerritoryOrder.Of(answer, question.Sort, question.Language) };
        using var workbook = WorkbookFile.New();
        var results = new LateParts();
        var sheet = DistrictSheet.Of(content, group);
        sheet.Write(new SheetWriter(workbook.AddWorksheet(sheet.Name), results, question.Language));
        return WorkbookFile.Save(workbook, results, content, question.Language.ReportText($"title.{group.Code()}"));
    }
}
