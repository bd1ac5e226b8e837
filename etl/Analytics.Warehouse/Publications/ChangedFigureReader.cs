using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Publications;

/// <summary>
/// "What changed since": the figures that differ between two publications, with the loads behind them. Which can differ follows from the
/// cells; the figures themselves are read as everywhere else.
/// </summary>
public sealed class ChangedFigureReader(PublicationDiff diff, IndicatorReader reader)
{
    /// <summary>Most cells that are looked at; beyond them the answer says that there is more.</summary>
    public const int MostCells = 100_000;

    /// <param name="before">Number of the first publication.</param>
    /// <param name="after">Number of the second.</param>
    /// <param name="indicator">Only this one, or null for all.</param>
    /// <param name="period">Only this one, or null for all.</param>
    /// <param name="skip">Figures to pass over.</param>
    /// <param name="most">Most figures to return.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NothingPublishedException">One of the publications is not kept.</exception>
    public async Task<ChangedFigures> ReadAsync(
        long before, long after, Indicator? indicator, Period? period, int skip, int most, CancellationToken cancellationToken)
    {
        var changes = await diff.RunAsync(before, after, MostCells, cancellationToken);
        var indicators = indicator is null ? IndicatorCatalogue.All : [indicator];
        var figures = new List<ChangedFigure>();
        foreach (var cells in ByPeriod(changes).Where(cells => period is null || cells.Key == period))
        {
            var measures = cells.Select(cell => cell.Measure).ToHashSet(StringComparer.Ordinal);
            var concerned = indicators.Where(one => one.Measures.Any(measure => measures.Contains(measure.Name))).ToList();
            var territories = cells.Select(cell => cell.TerritoryId).ToHashSet();
            var query = new IndicatorQuery(concerned, [.. Territories.Shipped.All.Where(one => territories.Contains(one.Id))], cells.Key);
            var (old, now) = (await reader.ReadAsync(query with { Publication = before }, cancellationToken), await reader.ReadAsync(query with { Publication = after }, cancellationToken));
            figures.AddRange(old.Values.Zip(now.Values)
                .Where(pair => pair.First.Figure != pair.Second.Figure)
                .OrderBy(pair => concerned.IndexOf(pair.First.Indicator))
                .Select(pair => new ChangedFigure(
                    pair.First.Indicator, pair.First.Territory, cells.Key, pair.First.Figure, pair.Second.Figure, Causes(changes, pair.First.Indicator, pair.First.Territory, cells.Key))));
            if (figures.Count > skip + most)
            {
                break;
            }
        }

        return new ChangedFigures(changes.Before, changes.After, [.. figures.Skip(skip).Take(most)], changes.Units, figures.Count > skip + most || !changes.IsComplete);
    }

    // Categories, kinds of aid and other boundaries change with these; targets are not figures.
    private static IOrderedEnumerable<IGrouping<Period, ChangedCell>> ByPeriod(PublicationChanges changes) => changes.Cells
        .Where(cell => cell is { Boundaries: "as_reported", Category: "all", Aid: "all" } && !cell.Measure.StartsWith("target:", StringComparison.Ordinal))
        .GroupBy(PeriodOf)
        .OrderByDescending(cells => cells.Key.LastDay).ThenByDescending(cells => cells.Key.Kind);

    private static Period PeriodOf(ChangedCell cell) => cell.PeriodKind switch
    {
        "month" => Period.OfMonth(cell.PeriodEnd.Year, cell.PeriodEnd.Month),
        "quarter" => Period.OfQuarter(cell.PeriodEnd.Year, cell.PeriodEnd.Month / 3),
        _ => Period.ToDate(cell.PeriodEnd.Year, cell.PeriodEnd.Month),
    };

    private static IReadOnlyList<ReplacedUnit> Causes(PublicationChanges changes, Indicator indicator, Territory territory, Period period)
    {
        var kind = period.Kind.Code();
        var causes = indicator.Measures
            .SelectMany(measure => changes.CausesOf(new ChangedCell(measure.Name, "as_reported", territory.Id, kind, period.LastDay, "all", "all", null, null)))
            .ToHashSet();
        return [.. changes.Units.Where(causes.Contains)];
    }
}
