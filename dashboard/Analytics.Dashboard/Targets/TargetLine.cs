using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;

namespace Analytics.Dashboard.Targets;

/// <summary>A plan in force beside its fact, with its history and what is done about it.</summary>
/// <param name="Value">Fact and plan.</param>
/// <param name="Plan">Version in force.</param>
/// <param name="History">All versions in their order.</param>
/// <param name="Actions">What was written about it, oldest first.</param>
public sealed record TargetLine(IndicatorValue Value, TargetVersion Plan, IReadOnlyList<TargetVersion> History, IReadOnlyList<TargetAction> Actions)
{
    public TargetFigure Figure => Value.Target!;

    /// <summary>How things stand, or null when nobody wrote about it.</summary>
    public TargetAction? Action => Actions.Count > 0 ? Actions[^1] : null;

    /// <summary>True when somebody has to explain it.</summary>
    public bool IsOff => Figure.Status is "behind" or "far_behind";
}
