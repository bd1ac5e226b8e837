namespace Analytics.Dashboard.Pages.Maps;

/// <summary>A district's square, at its upper left corner.</summary>
public sealed record MapTile(MapUnit Unit, int X, int Y);
