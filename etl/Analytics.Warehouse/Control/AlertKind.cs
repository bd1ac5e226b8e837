namespace Analytics.Warehouse.Control;

/// <summary>What an alert is about; docs/operations.md tells what to do about each.</summary>
public enum AlertKind
{
    /// <summary>A unit's load failed. Cause: the unit.</summary>
    UnitFailed = 1,

    /// <summary>A source does not answer. Cause: the source.</summary>
    SourceUnreachable = 2,

    /// <summary>A mapping does not return what the contract asks for. Cause: source and process.</summary>
    ContractBroken = 3,

    /// <summary>Verification found source, ledger and warehouse different. Cause: the unit.</summary>
    Drift = 4,

    /// <summary>Not compared for longer than its freshness limit. Cause: the source, or source and process.</summary>
    Stale = 5,

    /// <summary>A unit is held back because too many of its rows were rejected. Cause: the unit.</summary>
    QuarantineThreshold = 6,

    /// <summary>A unit is held back until an operator confirms that many rows are gone. Cause: the unit.</summary>
    SuddenDrop = 7,

    /// <summary>What was loaded could not be published. Cause: <c>publication</c>.</summary>
    PublicationFailed = 8,

    /// <summary>ClickHouse does not answer. Cause: <c>warehouse</c>.</summary>
    WarehouseUnreachable = 9,

    /// <summary>The data directory's disk is nearly full. Cause: <c>disk</c>.</summary>
    DiskLow = 10,
}
