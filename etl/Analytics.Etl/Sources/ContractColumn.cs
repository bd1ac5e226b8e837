namespace Analytics.Etl.Sources;

/// <summary>A column that a mapping must return.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">Kind, which decides the types accepted and the rules.</param>
/// <param name="Optional">True when a row may leave it null.</param>
public sealed record ContractColumn(string Name, ColumnKind Kind, bool Optional = false)
{
    /// <summary>True when a mapping may leave the column out: it came into the contract later than the mappings of offices.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>True of text columns with few different values: a reader keeps those it has met.</summary>
    public bool Repeats => Kind is ColumnKind.District or ColumnKind.Settlement or ColumnKind.Code or ColumnKind.Label;
}
