namespace Analytics.Dashboard.Pages.Charts;

/// <summary>A year by months. Values are in the chart's unit, null where there is none; a mark stands at a break, and an open month is drawn hollow.</summary>
public sealed record TrendLine(string Name, IReadOnlyList<double?> Values, IReadOnlyList<string> Labels, IReadOnlyList<bool> Marks, IReadOnlyList<bool> Open);
