using Analytics.Reports.Tables;
using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Sheets;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>One group of indicators in depth: its summary, a sheet by district for all families and for each category, and the tables behind its charts.</summary>
/// <param name="name">Name of the pack.</param>
/// <param name="group">Group.</param>
/// <param name="charts">The charts whose tables are shown, each by its indicator and kind.</param>
/// <param name="reader">Reads the figures.</param>
/// <param name="tables">Reads the tables of the charts.</param>
internal sealed class GroupPack(string name, IndicatorGroup group, IReadOnlyList<(string Indicator, ChartKind Kind)> charts, IndicatorReader reader, ChartTables tables) : ReportPack
{
    public override string Name => name;

    private protected override async Task<PackBook> ReadAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        var content = await ContentAsync(question, Category.All, cancellationToken);
        var asked = question with { Publication = content.Answer.Publication.Number };
        var categories = new List<PackContent>();
        foreach (var category in new[] { Category.LargeFamily, Category.LowIncome })
        {
            categories.Add(await ContentAsync(asked, category, cancellationToken));
        }

        var drawn = new List<ChartTable>();
        foreach (var (indicator, kind) in charts)
        {
            drawn.Add(await tables.ReadAsync(IndicatorCatalogue.Get(indicator), kind, asked, cancellationToken));
        }

        return new PackBook(
            content,
            content.Text($"title.{group.Code()}"),
            [
                new(content.Text("sheet.summary"), writer => SummarySheet.Write(writer, content)),
                DistrictSheet.Of(content, group),
                .. categories.Select(one => DistrictSheet.Of(one, content.Language.Name(one.Answer.Query.Category), content.Text($"title.{group.Code()}"), [.. IndicatorCatalogue.In(group).Where(indicator => indicator.HasCategory)])),
                .. drawn.Select(table => new PackSheet(content.Text($"sheet.{table.Kind.Code()}"), writer => ChartWorkbook.WriteSheet(writer, table))),
                .. Ending(content, [content.Answer, .. categories.Select(one => one.Answer)]),
            ]);
    }

    private async Task<PackContent> ContentAsync(ReportQuestion question, Category category, CancellationToken cancellationToken)
    {
        var query = question.Of(IndicatorCatalogue.In(group)) with { Comparisons = new HashSet<Comparison> { Comparison.LastYear, Comparison.Target }, Category = category };
        return new PackContent(await reader.ReadAsync(query, cancellationToken), question.Language, question.IsDemo) { Groups = [group] };
    }
}
