namespace Analytics.Warehouse.Control;

/// <summary>Row of publication_unit.</summary>
public sealed class PublicationUnitRow
{
    public required long Number { get; init; }

    public required string Source { get; init; }

    public required string Process { get; init; }

    public required string Period { get; init; }

    public long LoadId { get; init; }

    public long RowCount { get; init; }

    public long MoneyTiyn { get; init; }

    /// <summary>Latest day of the rows as the number yyyymmdd; 0 without rows.</summary>
    public long LastDay { get; init; }

    public string Fingerprint { get; init; } = "";

    public DateTimeOffset VerifiedAt { get; init; }
}
