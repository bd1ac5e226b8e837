namespace Analytics.Warehouse.Control;

/// <summary>Row of source_column.</summary>
public sealed class SourceColumnRow
{
    public required string Source { get; init; }

    /// <summary>The table as the source calls it, or the name of the mapping file for what that returns.</summary>
    public required string Relation { get; init; }

    public required string ColumnName { get; init; }

    /// <summary>The source's name of the type; empty when the column is gone.</summary>
    public string Type { get; set; } = "";

    /// <summary>What changed last, in words; empty when nothing has.</summary>
    public string Notice { get; set; } = "";

    public DateTimeOffset? NoticedAt { get; set; }
}
