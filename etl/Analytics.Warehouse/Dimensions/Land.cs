namespace Analytics.Warehouse.Dimensions;

/// <summary>
/// Land that is told apart in figures on today's or common boundaries: one of today's units, or some of them together.
/// </summary>
/// <param name="Id">Key of its cells: the unit's own; of several units a hash of them, at least 2³¹, the same in every publication.</param>
/// <param name="Units">Today's units that make it up, in official order.</param>
/// <param name="IsToday">True for today's units and today's region, whose figures are those on current boundaries.</param>
public sealed record Land(uint Id, IReadOnlyList<Territory> Units, bool IsToday);
