namespace Analytics.Warehouse.Indicators;

/// <summary>Something that lies between two periods.</summary>
/// <param name="Note">Code of the note that tells the reason.</param>
/// <param name="Forbids">True when figures before and after are not comparable; false when the change does not touch the figure and is only marked.</param>
public sealed record ComparisonBreak(string Note, bool Forbids);
