using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Rankings;

/// <summary>Units that need a look for one and the same reason.</summary>
/// <param name="Indicator">Indicator by which they were found.</param>
/// <param name="Kind">The reason.</param>
/// <param name="Units">The units, those furthest off first.</param>
public sealed record Deviation(Indicator Indicator, DeviationKind Kind, IReadOnlyList<IndicatorValue> Units)
{
    /// <summary>The worst status among the units; null where the reason is not a plan.</summary>
    public string? Status => Kind != DeviationKind.Plan ? null : Units.Any(unit => unit.Target!.Status == "far_behind") ? "far_behind" : "behind";
}
