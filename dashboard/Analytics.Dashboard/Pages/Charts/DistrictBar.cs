namespace Analytics.Dashboard.Pages.Charts;

/// <summary>A district's pair of bars. Values are in the chart's unit; labels are as the table writes them.</summary>
public sealed record DistrictBar(string Name, double? Value, string Label, double? Last, string LastLabel);
