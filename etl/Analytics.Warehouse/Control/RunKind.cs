namespace Analytics.Warehouse.Control;

/// <summary>What a run does.</summary>
public enum RunKind
{
    /// <summary>Compares every unit with its source; the scheduled one loads what differs as well.</summary>
    Check = 1,

    /// <summary>Loads what differs from its source.</summary>
    Load = 2,

    /// <summary>Loads every unit of a range anew, changed or not.</summary>
    Backfill = 3,

    /// <summary>Shows what a load would change, and changes nothing.</summary>
    Preview = 4,

    /// <summary>Loads what differs, asked for on the command line.</summary>
    Command = 5,

    /// <summary>Compares source, ledger and warehouse.</summary>
    Verify = 6,
}
