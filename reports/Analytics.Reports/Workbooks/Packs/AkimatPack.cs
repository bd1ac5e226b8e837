using Analytics.Reports.Charts;
using Analytics.Reports.Workbooks.Sheets;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>
/// The monthly workbook of the akim's office: a title page, the summary with plan and fact, what needs attention, a sheet by district for
/// each group, this year beside last on three boundaries, the targets, the definitions, and the check.
/// </summary>
internal sealed class AkimatPack(IndicatorReader reader, ReportOptions options) : ReportPack
{
    private static readonly Indicator[] Drawn = [.. new[] { "families", "paid_amount", "grant_approval_rate", "placements" }.Select(IndicatorCatalogue.Get)];

    public override string Name => "akimat";

    private protected override async Task<PackBook> ReadAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        var query = question.Of(IndicatorCatalogue.All) with { Comparisons = new HashSet<Comparison> { Comparison.LastYear, Comparison.Target } };
        var content = new PackContent(await reader.ReadAsync(query, cancellationToken), question.Language, question.IsDemo);
        var boundaries = await BoundariesSheet.ReadAsync(reader, question with { Publication = content.Answer.Publication.Number }, cancellationToken);
        return new PackBook(
            content,
            content.Text("title.summary"),
            [
                new(content.Text("sheet.title"), writer => new TitleSheet(writer, content, options.LetterheadIn(content.Language)).Write()) { IsAboutOthers = true },
                new(content.Text("sheet.summary"), writer => SummarySheet.Write(writer, content)),
                new(content.Text("sheet.deviations"), writer => new DeviationSheet(writer, content).Write()),
                .. Enum.GetValues<IndicatorGroup>().Select(group => DistrictSheet.Of(content, group)),
                new(content.Text("sheet.boundaries"), writer => new BoundariesSheet(writer, content, boundaries).Write()),
                new(content.Text("sheet.targets"), writer => TargetSheet.Write(writer, content)),
                .. Ending(content, [content.Answer, .. boundaries.Select(one => one.Answer)]),
            ])
        {
            Charts = [.. Drawn.Select(indicator => new BarChart(content.Answer, indicator, question))],
        };
    }
}
