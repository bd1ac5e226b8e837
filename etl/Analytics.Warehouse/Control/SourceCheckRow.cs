namespace Analytics.Warehouse.Control;

/// <summary>Row of source_check: when one table of one source was last compared with the warehouse.</summary>
public sealed class SourceCheckRow
{
    public required string Source { get; init; }

    public required string Process { get; init; }

    /// <summary>When it was first looked at.</summary>
    public DateTimeOffset FirstAt { get; init; }

    public DateTimeOffset CheckedAt { get; set; }

    /// <summary>When it was last compared with success; null while it never was.</summary>
    public DateTimeOffset? ComparedAt { get; set; }

    public CheckOutcome Outcome { get; set; }

    /// <summary>Why it could not be compared; empty otherwise.</summary>
    public string Message { get; set; } = "";
}
