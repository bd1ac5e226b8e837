namespace Analytics.Reports.Charts;

/// <summary>A row of a drawing: one bar in parts.</summary>
/// <param name="Name">Name.</param>
/// <param name="Parts">Parts; none where a figure is absent.</param>
/// <param name="Mark">Where a mark stands across the bar, in percent of the width; null without one.</param>
/// <param name="Label">Figures in words, or the state of the absent one.</param>
/// <param name="IsStrong">True for the row of the region and for the steps of a funnel.</param>
public sealed record DrawnRow(string Name, IReadOnlyList<DrawnPart> Parts, double? Mark, string Label, bool IsStrong);
