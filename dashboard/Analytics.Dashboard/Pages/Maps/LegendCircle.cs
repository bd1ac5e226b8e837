namespace Analytics.Dashboard.Pages.Maps;

/// <summary>A circle of a map's key.</summary>
public sealed record LegendCircle(double Radius, string Label);
