namespace Analytics.Warehouse.Dimensions;

/// <summary>
/// A change of land: from the day on, <paramref name="From"/> is smaller (a district was split off, or a unit left the region).
/// Figures of <paramref name="From"/> before and after the day are not of the same land.
/// </summary>
public sealed record TerritoryChange(DateOnly ChangedOn, string Kind, string From, string To, string Decree);
