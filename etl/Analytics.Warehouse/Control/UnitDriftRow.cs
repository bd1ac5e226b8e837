namespace Analytics.Warehouse.Control;

/// <summary>Row of unit_drift: a unit that the last verification found different.</summary>
public sealed class UnitDriftRow
{
    public required string Source { get; init; }

    public required string Process { get; init; }

    public required string Period { get; init; }

    public string Difference { get; set; } = "";

    /// <summary>When it was first seen to differ.</summary>
    public DateTimeOffset SeenAt { get; init; }
}
