namespace Analytics.Warehouse.Control;

/// <summary>State of a unit of loading.</summary>
public enum UnitState
{
    /// <summary>The source differs from the warehouse; a load is due.</summary>
    Changed = 1,

    /// <summary>A load is at work; its partition may be replaced at any moment, so no publication is made from it.</summary>
    Loading = 2,

    /// <summary>Source and warehouse were found equal.</summary>
    Verified = 3,

    /// <summary>The last load failed; the warehouse still holds the last verified rows.</summary>
    Failed = 4,

    /// <summary>Many rows are gone at the source; an operator must confirm that before the unit is loaded.</summary>
    Held = 5,
}
