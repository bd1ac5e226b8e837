using Analytics.Warehouse.Control;

namespace Analytics.Dashboard.Pages.Loads;

/// <summary>What the grid shows of a unit of loading.</summary>
public enum CellState
{
    Verified = 1,

    /// <summary>Was found equal, but was not compared with its source for long.</summary>
    Stale = 2,

    /// <summary>Differs from its source; a load is due.</summary>
    Changed = 3,

    Loading = 4,

    /// <summary>Waits for an operator's confirmation that many rows are gone.</summary>
    Held = 5,

    Failed = 6,

    /// <summary>The source has rows, the warehouse has none yet.</summary>
    NeverLoaded = 7,
}
