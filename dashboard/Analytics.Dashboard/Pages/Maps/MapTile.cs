namespace Analytics.Dashboard.Pages.Maps;

/// <summary>A district's square, at its upper left corner; wider where its land was divided later, or is shown together.</summary>
public sealed record MapTile(MapUnit Unit, int X, int Y, int Width);
