using Analytics.Reports.Charts;
using Analytics.Reports.Workbooks.Sheets;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Rankings;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>One district: its figures beside last year and the plan, beside the region and like districts, and by month.</summary>
internal sealed class DistrictPack(IndicatorReader reader) : ReportPack
{
    private static readonly Indicator[] Drawn = [.. new[] { "families", "placements" }.Select(IndicatorCatalogue.Get)];

    public override string Name => "district";

    public override bool IsAboutUnit => true;

    private protected override async Task<PackBook> ReadAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        var place = question.Place;
        var query = question.Of(IndicatorCatalogue.All) with
        {
            Territories = [.. question.Territories.Union([place])],
            Comparisons = new HashSet<Comparison> { Comparison.LastYear, Comparison.Target },
        };
        var answer = await reader.ReadAsync(query, cancellationToken);
        var content = new PackContent(answer, question.Language, question.IsDemo) { Subject = place };
        var months = await MonthsSheet.ReadAsync(reader, question with { Publication = answer.Publication.Number }, cancellationToken);
        return new PackBook(
            content,
            content.Text("title.district", content.Name(place)),
            [
                new(content.Text("sheet.summary"), writer => SummarySheet.Write(writer, content)),
                new(content.Text("sheet.beside"), writer => new BesideSheet(writer, content, Like(answer, place)).Write()),
                new(content.Text("sheet.months"), writer => new MonthsSheet(writer, content, months).Write()),
                new(content.Text("sheet.targets"), writer => TargetSheet.Write(writer, content)),
                .. Ending(content, [answer]),
            ])
        {
            Charts = [.. Drawn.Select(indicator => new BarChart(content.Answer, indicator, question))],
        };
    }

    // By the residents that the coverage rate divides by.
    private static IReadOnlyList<Territory> Like(IndicatorAnswer answer, Territory place) => LikeUnits.Of(place, [.. answer.Values
        .Where(value => value.Indicator.Code == "coverage_rate" && value.Figure.Denominator is not null)
        .Select(value => (value.Territory, value.Figure.Denominator!.Value))]);
}
