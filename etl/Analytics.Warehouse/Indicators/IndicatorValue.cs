using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Targets;

namespace Analytics.Warehouse.Indicators;

/// <summary>The answer for one indicator and one territory.</summary>
/// <param name="Indicator">Indicator.</param>
/// <param name="Territory">Territory.</param>
/// <param name="Figure">The figure of the period asked for.</param>
/// <param name="LastYear">The figure of the same months of last year; null when not asked.</param>
/// <param name="Change">Change against last year; null when not asked or when one side is absent.</param>
/// <param name="Previous">The figure of the period before; null when not asked.</param>
/// <param name="ChangeFromPrevious">Change against the period before.</param>
/// <param name="Target">The plan; null when not asked or when there is none.</param>
/// <param name="Notes">Codes of the notes that must stand beside the figure or its change: <c>break_…</c>, <c>boundary_changed</c>, <c>part_of_period</c>, <c>preliminary</c>, <c>split_by_shares</c> and the like.</param>
public sealed record IndicatorValue(
    Indicator Indicator,
    Territory Territory,
    Figure Figure,
    Figure? LastYear,
    Change? Change,
    Figure? Previous,
    Change? ChangeFromPrevious,
    TargetFigure? Target,
    IReadOnlyList<string> Notes)
{
    /// <summary>Codes of the notes why the figure is not comparable with last year's; empty when it is, or was not compared.</summary>
    public IReadOnlyList<string> NotComparable { get; init; } = [];

    /// <summary>Codes of the notes why the figure is not comparable with that of the period before.</summary>
    public IReadOnlyList<string> NotComparableWithPrevious { get; init; } = [];

    /// <summary>The further periods asked for.</summary>
    public IReadOnlyList<ComparedFigure> Others { get; init; } = [];

    /// <summary>The land of the figure, when it is not that of the day; null when it is, or there is none.</summary>
    public Land? Land { get; init; }

    /// <summary>Name of the territory, or of the units that cannot be told apart.</summary>
    public string Name(string language, DateOnly day) => Land is { Units.Count: > 1 } && Territory.Kind != TerritoryKind.Region
        ? string.Join(" + ", Land.Units.Select(unit => unit.Name(language, day)))
        : Territory.Name(language, day);
}
