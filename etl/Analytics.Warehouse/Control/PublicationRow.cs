namespace Analytics.Warehouse.Control;

/// <summary>Row of publication.</summary>
public sealed class PublicationRow
{
    public required long Number { get; init; }

    public PublicationState State { get; set; }

    public DateTimeOffset StartedAt { get; init; }

    public DateTimeOffset? PublishedAt { get; set; }

    public string Reason { get; init; } = "";

    /// <summary>Fingerprint of the definitions by which the lattice was computed; other definitions mean another lattice.</summary>
    public string Definition { get; init; } = "";

    /// <summary>True when an operator returned to it: nothing newer is published until the operator goes on.</summary>
    public bool Pinned { get; set; }
}
