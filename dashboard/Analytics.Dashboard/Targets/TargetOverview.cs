using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;

namespace Analytics.Dashboard.Targets;

/// <summary>The plans of a period as page, API and command line show them.</summary>
public sealed class TargetOverview(IndicatorReader reader, TargetLedger ledger)
{
    /// <param name="period">Period.</param>
    /// <param name="territories">Territories wanted; null is the region and its units.</param>
    /// <param name="indicators">Indicators wanted; null is all.</param>
    /// <param name="publication">Number of an earlier publication, or null.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(IndicatorAnswer Answer, IReadOnlyList<TargetLine> Lines)> ReadAsync(
        Period period, IReadOnlyList<Territory>? territories, IReadOnlyList<Indicator>? indicators, long? publication, CancellationToken cancellationToken)
    {
        var query = new IndicatorQuery(indicators ?? IndicatorCatalogue.All, territories ?? Territories.Shipped.During(period.FirstDay, period.LastDay), period)
        {
            Comparisons = new HashSet<Comparison> { Comparison.Target },
            Publication = publication,
        };
        var answer = await reader.ReadAsync(query, cancellationToken);
        var book = await ledger.BookAsync(answer.Publication.Number, cancellationToken);
        var actions = await ledger.ActionsAsync(cancellationToken);
        var lines =
            from indicator in query.Indicators
            from territory in query.Territories
            let value = answer[indicator, territory]
            where value.Target is not null
            let plan = book.InForce(indicator.Code, territory.Id, period.Year)
            where plan is not null
            select new TargetLine(value, plan, [.. book.History(indicator.Code, territory.Id, period.Year)], actions.GetValueOrDefault((indicator.Code, territory.Id, period.Year)) ?? []);
        return (answer, [.. lines]);
    }
}
