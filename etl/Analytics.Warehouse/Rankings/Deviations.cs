using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Rankings;

/// <summary>
/// What a leader would want to be told of the districts: who is behind the plan to date, who paid beyond the allocation,
/// whose share is worse than the region's or whose count is worse than last year's by more than chance does, who has not reported.
/// </summary>
public static class Deviations
{
    private static readonly string[] OffPlan = ["behind", "far_behind"];

    /// <summary>The deviations in the order of the answer's indicators; none when all is well.</summary>
    /// <param name="answer">Answer about the region and its units, with targets and last year.</param>
    public static IReadOnlyList<Deviation> Of(IndicatorAnswer answer) =>
        [.. answer.Query.Indicators.SelectMany(indicator => Of(answer, indicator)).Where(deviation => deviation.Units.Count > 0)];

    /// <summary>True when two counts of one unit differ by more than chance does: 1.96 standard deviations of a difference of two Poisson counts.</summary>
    public static bool IsBeyondChance(decimal now, decimal before) =>
        Math.Abs((double)(now - before)) > Proportion.Likely * Math.Sqrt((double)(now + before));

    private static IEnumerable<Deviation> Of(IndicatorAnswer answer, Indicator indicator)
    {
        var units = answer.Values.Where(value => value.Indicator == indicator && value.Territory.Kind != TerritoryKind.Region).ToList();
        return
        [
            new Deviation(indicator, DeviationKind.Plan, [.. units.Where(unit => OffPlan.Contains(unit.Target?.Status)).OrderBy(unit => unit.Target!.Attainment)]),
            new Deviation(indicator, DeviationKind.Overspent, [.. units.Where(unit => indicator.Code == "budget_execution" && unit.Figure.Value > 100).OrderByDescending(unit => unit.Figure.Value)]),
            new Deviation(indicator, DeviationKind.Share, [.. Outliers(answer, indicator).OrderByDescending(unit => Distance(answer, unit))]),
            new Deviation(indicator, DeviationKind.LastYear, [.. units.Where(IsWorse).OrderByDescending(unit => Math.Abs(unit.Change!.Percent ?? 0))]),
            new Deviation(indicator, DeviationKind.NotReported, [.. units.Where(unit => unit.Figure.State == ValueState.NotReported)]),
        ];
    }

    // Whose share is worse than the region's by more than chance does.
    private static IEnumerable<IndicatorValue> Outliers(IndicatorAnswer answer, Indicator indicator) => Ranking.IsShare(indicator)
        ? Ranking.Of(answer, indicator).Where(unit => unit.Zone is FunnelZone.Beyond95 or FunnelZone.Beyond998 && IsWorseThanRegion(answer, unit.Value)).Select(unit => unit.Value)
        : [];

    private static bool IsWorseThanRegion(IndicatorAnswer answer, IndicatorValue unit) => unit.Indicator.Direction switch
    {
        Direction.MoreIsBetter => unit.Figure.Value < RegionOf(answer, unit.Indicator),
        Direction.LessIsBetter => unit.Figure.Value > RegionOf(answer, unit.Indicator),
        _ => false,
    };

    private static decimal Distance(IndicatorAnswer answer, IndicatorValue unit) => Math.Abs((unit.Figure.Value - RegionOf(answer, unit.Indicator)) ?? 0);

    private static decimal? RegionOf(IndicatorAnswer answer, Indicator indicator) => answer[indicator, Territories.Shipped.Region].Figure.Value;

    // Only counts, of which chance can be told, and only against a year they may be compared with.
    private static bool IsWorse(IndicatorValue unit) =>
        unit is { Indicator.IsCount: true, Change: not null, NotComparable.Count: 0, Figure.Value: { } now, LastYear.Value: { } before }
        && unit.Indicator.Direction switch { Direction.MoreIsBetter => now < before, Direction.LessIsBetter => now > before, _ => false }
        && IsBeyondChance(now, before);
}
