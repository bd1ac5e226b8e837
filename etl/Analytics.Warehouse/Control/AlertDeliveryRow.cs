namespace Analytics.Warehouse.Control;

/// <summary>Row of alert_delivery: what one channel was told of one alert.</summary>
public sealed class AlertDeliveryRow
{
    public required long AlertId { get; init; }

    /// <summary><c>mail:operator@example.kz</c> or <c>webhook:host#hash</c>.</summary>
    public required string Channel { get; init; }

    /// <summary>When the channel took the message that the cause is there.</summary>
    public DateTimeOffset? NotifiedAt { get; set; }

    /// <summary>When the channel took the message that the cause is gone.</summary>
    public DateTimeOffset? ResolvedNotifiedAt { get; set; }

    /// <summary>Attempts that failed since the channel last took something.</summary>
    public long Attempts { get; set; }

    public DateTimeOffset NextAttemptAt { get; set; }

    /// <summary>Why the last attempt failed, in the server's words; empty otherwise.</summary>
    public string Error { get; set; } = "";
}
