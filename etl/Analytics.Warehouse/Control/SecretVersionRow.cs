namespace Analytics.Warehouse.Control;

/// <summary>Row of secret_version.</summary>
public sealed class SecretVersionRow
{
    public required long Version { get; init; }

    /// <summary>Tells the secret from another one, and nothing about it.</summary>
    public required string CheckValue { get; init; }

    public DateTimeOffset FirstUsedAt { get; init; }
}
