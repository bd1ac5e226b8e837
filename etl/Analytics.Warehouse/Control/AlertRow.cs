namespace Analytics.Warehouse.Control;

/// <summary>Row of alert: one time that one cause was there.</summary>
public sealed class AlertRow
{
    public required long Id { get; init; }

    public AlertKind Kind { get; init; }

    /// <summary><c>social</c>, <c>social/benefit_payments</c> or <c>social/benefit_payments/2020-06</c>.</summary>
    public required string Cause { get; init; }

    public string Message { get; set; } = "";

    /// <summary>The message as code and arguments, to be told in other languages; empty when it is English text only.</summary>
    public string MessageJson { get; set; } = "";

    public DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset LastSeenAt { get; set; }

    public long TimesSeen { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    /// <summary>Kind and cause while the alert is open, null afterwards; unique.</summary>
    public string? OpenCause { get; set; }
}
