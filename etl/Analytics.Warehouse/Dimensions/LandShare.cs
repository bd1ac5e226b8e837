namespace Analytics.Warehouse.Dimensions;

/// <summary>A part of a unit's former land that lies in one of today's units, with its declared share of the residents (0 to 1).</summary>
public sealed record LandShare(Territory Unit, decimal Share);
