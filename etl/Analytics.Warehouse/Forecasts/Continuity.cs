using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Forecasts;

/// <summary>Whether two days are measured alike: the one place that forecasts ask.</summary>
internal static class Continuity
{
    /// <summary>True when rules that make an indicator not comparable came into force after the first day and up to the last.</summary>
    public static bool IsBroken(Indicator indicator, DateOnly from, DateOnly to) => Break(indicator, from, to) is not null;

    /// <summary>The last change of rules that makes it not comparable after the first day and up to the last, or null.</summary>
    public static SeriesBreak? Break(Indicator indicator, DateOnly from, DateOnly to) =>
        indicator.Breaks.LastOrDefault(broken => broken.Breaks(indicator) && from < broken.BrokenOn && broken.BrokenOn <= to);

    /// <summary>True when the land of a territory changed after the first day and up to the last. On other boundaries than those of the day its land is the same.</summary>
    public static bool HasOtherLand(Territory territory, Boundaries boundaries, DateOnly from, DateOnly to) =>
        boundaries == Boundaries.AsReported
        && Territories.Shipped.IsLandChanged(territory, from, to);
}
