namespace Analytics.Dashboard.Pages.Maps.Layers;

/// <summary>A district's shape in a picture.</summary>
/// <param name="Path">SVG path.</param>
/// <param name="X">Where its label stands: the point farthest from its border.</param>
/// <param name="Y">The same, downwards.</param>
/// <param name="Room">Distance from there to the border.</param>
public sealed record DistrictShape(string Path, double X, double Y, double Room);
