using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Rankings;

/// <summary>A unit's place among the units of its region, and how sure it is.</summary>
/// <param name="Value">The unit's value.</param>
/// <param name="Rank">Place by the unrounded value, the best first and equal ones alike (1, 2, 2, 4); null without a value or on too small a base.</param>
/// <param name="Interval">Of a share: where it lies with 95 % confidence, in percent. Null for other indicators.</param>
/// <param name="RankRange">Of a share: the best and the worst place that the intervals allow.</param>
/// <param name="Zone">Of a share: whether it differs from the region by more than chance does.</param>
/// <param name="Note"><c>small_base</c> when the base is too small for a place; else null.</param>
public sealed record RankedUnit(
    IndicatorValue Value, int? Rank, (double Low, double High)? Interval, (int Best, int Worst)? RankRange, FunnelZone? Zone, string? Note);
