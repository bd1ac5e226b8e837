namespace Analytics.Warehouse.Control;

/// <summary>Row of verification: one comparison of every unit.</summary>
public sealed class VerificationRow
{
    public required long Id { get; init; }

    public DateTimeOffset StartedAt { get; init; }

    /// <summary>Null while it is at work, or when it did not live to its end.</summary>
    public DateTimeOffset? FinishedAt { get; set; }

    public long Units { get; set; }

    public long Differing { get; set; }

    /// <summary>Units that were being loaded and so not compared.</summary>
    public long Busy { get; set; }

    /// <summary>Sources and tables that could not be compared.</summary>
    public long Failures { get; set; }

    /// <summary>Units loaded and not yet published.</summary>
    public long Unpublished { get; set; }
}
