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
/// <param name="Notes">Codes of the notes that must stand beside the figure or its change: <c>break_…</c>, <c>boundary_changed</c>, <c>part_of_period</c>, <c>preliminary</c>, <c>category_not_known</c>, <c>aid_not_known</c>.</param>
public sealed record IndicatorValue(
    Indicator Indicator,
    Territory Territory,
    Figure Figure,
    Figure? LastYear,
    Change? Change,
    Figure? Previous,
    Change? ChangeFromPrevious,
    TargetFigure? Target,
    IReadOnlyList<string> Notes);
