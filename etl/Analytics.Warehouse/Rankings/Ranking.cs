using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;

namespace Analytics.Warehouse.Rankings;

/// <summary>
/// Places of a region's units. A place says little when the units differ by less than chance, so beside it stand how sure a share
/// is, between which places the unit may be, and whether it can be told from the region at all.
/// </summary>
public static class Ranking
{
    /// <summary>A unit whose share is of fewer cases has no place.</summary>
    public const int SmallestBase = 20;

    /// <summary>Ranks the units of an answer, in the answer's order; the region itself has no place.</summary>
    /// <param name="answer">An answer that holds the region and its units.</param>
    /// <param name="indicator">One of its indicators.</param>
    public static IReadOnlyList<RankedUnit> Of(IndicatorAnswer answer, Indicator indicator)
    {
        var values = answer.Values.Where(value => value.Indicator == indicator).ToList();
        var region = values.Find(value => value.Territory.Kind == TerritoryKind.Region)?.Figure.Value;
        var units = values.Where(value => value.Territory.Kind != TerritoryKind.Region).Select(value => Judge(value, region)).ToList();
        var ranked = units.Where(HasPlace).ToList();
        return [.. units.Select(unit => HasPlace(unit)
            ? unit with { Rank = 1 + ranked.Count(other => IsBetter(indicator, ValueOf(other), ValueOf(unit))), RankRange = Range(indicator, unit, ranked) }
            : unit)];
    }

    /// <summary>True of a share of cases: parts that are counts, the one contained in the other.</summary>
    public static bool IsShare(Indicator indicator) =>
        indicator is { IsRate: true, Denominator: { } whole } && IsCount(indicator.Numerator) && (IsCount(whole) || whole.Rule == MeasureRule.Stock);

    private static bool HasPlace(RankedUnit unit) => unit.Value.Figure.HasValue && unit.Note is null;

    private static bool IsCount(Measure measure) =>
        measure.Rule is MeasureRule.Distinct or MeasureRule.Sum && !measure.Name.EndsWith("_amount", StringComparison.Ordinal);

    private static RankedUnit Judge(IndicatorValue value, decimal? region)
    {
        var figure = value.Figure;
        if (!IsShare(value.Indicator) || figure is not { Value: { } share, Numerator: { } cases, Denominator: { } whole })
        {
            return new RankedUnit(value, null, null, null, null, null);
        }

        if (whole < SmallestBase)
        {
            return new RankedUnit(value, null, null, null, null, "small_base");
        }

        // More cases than the base has, as when others than the unemployed are placed, are no share of it.
        if (cases > whole)
        {
            return new RankedUnit(value, null, null, null, null, null);
        }

        var proportion = new Proportion(cases, whole);
        return new RankedUnit(value, null, proportion.Interval(), null, region is >= 0 and <= 100 ? Zone(proportion, share, region.Value) : null, null);
    }

    private static FunnelZone Zone(Proportion proportion, decimal share, decimal region)
    {
        bool IsWithin(double deviations) => proportion.Limits(region, deviations) is var (low, high) && (double)share >= low && (double)share <= high;
        return IsWithin(Proportion.Likely) ? FunnelZone.Within : IsWithin(Proportion.NearlySure) ? FunnelZone.Beyond95 : FunnelZone.Beyond998;
    }

    // The best place: behind those only who are surely better. The worst: before those only who are surely worse.
    private static (int Best, int Worst)? Range(Indicator indicator, RankedUnit unit, List<RankedUnit> ranked)
    {
        if (unit.Interval is not { } own || ranked.Exists(other => other.Interval is null))
        {
            return null;
        }

        bool IsSurelyBetter((double Low, double High) one, (double Low, double High) other) =>
            indicator.Direction == Direction.LessIsBetter ? one.High < other.Low : one.Low > other.High;
        return (1 + ranked.Count(other => IsSurelyBetter(other.Interval!.Value, own)), ranked.Count - ranked.Count(other => IsSurelyBetter(own, other.Interval!.Value)));
    }

    private static decimal ValueOf(RankedUnit unit) => unit.Value.Figure.Value!.Value;

    private static bool IsBetter(Indicator indicator, decimal one, decimal other) => indicator.Direction == Direction.LessIsBetter ? one < other : one > other;
}
