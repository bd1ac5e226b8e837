using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Reports.Tables;

/// <summary>Asks the reader for what a chart draws.</summary>
public sealed class ChartTables(IndicatorReader reader, RefusalReasonReader reasons)
{
    /// <summary>The kinds of charts that an indicator has.</summary>
    public static IReadOnlyList<ChartKind> Kinds(Indicator indicator) => indicator.Code switch
    {
        "grant_applications" => [ChartKind.Bar, ChartKind.Trend, ChartKind.Funnel],
        "grants_refused" => [ChartKind.Bar, ChartKind.Trend, ChartKind.Reasons],
        "placements" => [ChartKind.Bar, ChartKind.Trend, ChartKind.Kinds],
        "paid_amount" => [ChartKind.Bar, ChartKind.Trend, ChartKind.Budget],
        _ => [ChartKind.Bar, ChartKind.Trend],
    };

    /// <summary>The table of a chart.</summary>
    /// <param name="indicator">Indicator drawn; it must have the kind.</param>
    /// <param name="kind">Kind of chart.</param>
    /// <param name="question">What is asked for.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Warehouse.Publications.NothingPublishedException">No publication is in force yet.</exception>
    public async Task<ChartTable> ReadAsync(Indicator indicator, ChartKind kind, ReportQuestion question, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case ChartKind.Trend:
                var answer = await reader.ReadAsync(question.Of(indicator), cancellationToken);
                var points = await reader.SeriesAsync(question.Months(indicator) with { Publication = answer.Publication.Number }, cancellationToken);
                return TrendTable.Of(answer, points, indicator, question);
            case ChartKind.Funnel:
                return await FunnelAsync(question, cancellationToken);
            case ChartKind.Reasons:
                return await ReasonsAsync(question, cancellationToken);
            case ChartKind.Kinds:
                return KindsTable.Of(await reader.ReadAsync(question.Of(KindsTable.Indicators) with { Comparisons = new HashSet<Comparison>() }, cancellationToken), question);
            case ChartKind.Budget:
                return BudgetTable.Of(await reader.ReadAsync(question.Of(BudgetTable.Indicators) with { Comparisons = new HashSet<Comparison> { Comparison.Target } }, cancellationToken), question);
            default:
                return BarTable.Of(await reader.ReadAsync(question.Of(indicator), cancellationToken), indicator, question);
        }
    }

    // One publication for all categories: another may come into force between two questions.
    private async Task<ChartTable> FunnelAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        var answers = new List<(Category, IndicatorAnswer)>();
        var publication = question.Publication;
        foreach (var category in FunnelTable.Categories(question))
        {
            var answer = await reader.ReadAsync(OfRegion(question with { Category = category, Publication = publication }, FunnelTable.Stages), cancellationToken);
            publication = answer.Publication.Number;
            answers.Add((category, answer));
        }

        return FunnelTable.Of(answers, question);
    }

    private async Task<ChartTable> ReasonsAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        var query = OfRegion(question, [ReasonsTable.Refused]);
        var answer = await reader.ReadAsync(query, cancellationToken);
        return ReasonsTable.Of(answer, await reasons.ReadAsync(query, answer.Values[0].Figure, cancellationToken), question);
    }

    private static IndicatorQuery OfRegion(ReportQuestion question, IReadOnlyList<Indicator> indicators) =>
        question.Of(indicators) with { Indicators = indicators, Territories = [Territories.Shipped.Region], Comparisons = new HashSet<Comparison>() };
}
