namespace Analytics.Warehouse.Dimensions;

/// <summary>What happened to the land of a unit.</summary>
public enum TerritoryChangeKind
{
    /// <summary>A new unit was formed of a part of another one's land.</summary>
    Split = 1,

    /// <summary>A part of a unit's land went to another one that existed before.</summary>
    Move = 2,

    /// <summary>A unit ceased and all its land went to another one.</summary>
    Merge = 3,

    /// <summary>A unit left the region.</summary>
    Leave = 4,

    /// <summary>A unit joined the region.</summary>
    Join = 5,
}
