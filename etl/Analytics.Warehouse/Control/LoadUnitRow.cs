namespace Analytics.Warehouse.Control;

/// <summary>Row of load_unit. Counts, money and fingerprints are those of the last verified load.</summary>
public sealed class LoadUnitRow
{
    public required string Source { get; init; }

    public required string Process { get; init; }

    /// <summary><c>2020-06</c>, <c>2020</c>, or <c>undated</c> for rows whose date is missing or impossible.</summary>
    public required string Period { get; init; }

    public UnitState State { get; set; }

    /// <summary>The load that brought the rows now in the warehouse; 0 when none has.</summary>
    public long LoadId { get; set; }

    public long RowCount { get; set; }

    public long MoneyTiyn { get; set; }

    /// <summary>Latest day of the rows as the number yyyymmdd; 0 without rows.</summary>
    public long LastDay { get; set; }

    /// <summary>Fingerprint of the source's rows.</summary>
    public string Fingerprint { get; set; } = "";

    /// <summary>Fingerprint of the rows in ClickHouse.</summary>
    public string TargetFingerprint { get; set; } = "";

    public long Quarantined { get; set; }

    /// <summary>Fingerprint of the source's rows that wait for confirmation; empty otherwise.</summary>
    public string HeldFingerprint { get; set; } = "";

    /// <summary>Rows at the source when it was last looked at.</summary>
    public long SourceRows { get; set; }

    /// <summary>Money of the rows at the source when it was last looked at.</summary>
    public long SourceMoneyTiyn { get; set; }

    /// <summary>When the unit was last compared with its source.</summary>
    public DateTimeOffset? CheckedAt { get; set; }

    /// <summary>Version of the secret behind the keys of the unit's people.</summary>
    public long KeyVersion { get; set; } = 1;

    public DateTimeOffset ChangedAt { get; set; }

    public DateTimeOffset? VerifiedAt { get; set; }

    /// <summary>Why the last load failed; empty otherwise.</summary>
    public string Message { get; set; } = "";

    /// <summary>The message as code and arguments, to be told in other languages; empty when it is English text only.</summary>
    public string MessageJson { get; set; } = "";
}
