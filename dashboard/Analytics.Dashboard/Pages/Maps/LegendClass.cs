namespace Analytics.Dashboard.Pages.Maps;

/// <summary>An entry of a map's key.</summary>
/// <param name="Class">Class as <see cref="MapUnit.Class"/>.</param>
/// <param name="Label">What it means.</param>
public sealed record LegendClass(string Class, string Label);
