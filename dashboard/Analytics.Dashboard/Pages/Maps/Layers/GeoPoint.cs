namespace Analytics.Dashboard.Pages.Maps.Layers;

/// <summary>A point on the earth, in degrees (WGS 84).</summary>
public readonly record struct GeoPoint(double Longitude, double Latitude);
