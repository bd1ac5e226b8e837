namespace Analytics.Warehouse.Dimensions;

/// <summary>
/// A change of land: from the day on, <paramref name="From"/> is smaller (a district was split off, settlements moved, or a unit left
/// the region). Figures of <paramref name="From"/> before and after the day are not of the same land.
/// </summary>
/// <param name="ChangedOn">First day of the new boundaries.</param>
/// <param name="Kind">What happened.</param>
/// <param name="From">Unit that gave the land; of a unit that left or joined, the region.</param>
/// <param name="To">Unit that got it; of a unit that left or joined, that unit.</param>
/// <param name="Share">Declared share of the residents of <paramref name="From"/> on the land that went over; used only where facts do not tell the settlement.</param>
/// <param name="Decree">Decree behind it.</param>
public sealed record TerritoryChange(DateOnly ChangedOn, TerritoryChangeKind Kind, string From, string To, decimal Share, string Decree)
{
    /// <summary>True when land passed from one unit to another.</summary>
    public bool MovesLand => Kind is TerritoryChangeKind.Split or TerritoryChangeKind.Move or TerritoryChangeKind.Merge;

    /// <summary>True when the land of the unit is not what it was before the day.</summary>
    public bool Touches(string slug) => Kind switch
    {
        // A unit that is formed by the split has no figures from before.
        TerritoryChangeKind.Split or TerritoryChangeKind.Leave or TerritoryChangeKind.Join => From == slug,
        _ => From == slug || To == slug,
    };
}
