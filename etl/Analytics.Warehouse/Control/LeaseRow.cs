namespace Analytics.Warehouse.Control;

/// <summary>Row of lease.</summary>
public sealed class LeaseRow
{
    public required string Name { get; init; }

    public string Holder { get; set; } = "";

    public long Token { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }
}
