namespace Analytics.Warehouse.Control;

/// <summary>What became of a unit in a run.</summary>
public enum RunUnitState
{
    Waiting = 1,
    Loading = 2,
    Loaded = 3,
    Failed = 4,

    /// <summary>Waits for an operator's confirmation.</summary>
    Held = 5,
}
