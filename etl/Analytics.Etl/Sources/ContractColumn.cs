namespace Analytics.Etl.Sources;

/// <summary>A column that a mapping must return.</summary>
/// <param name="Name">Name.</param>
/// <param name="Kind">Kind, which decides the types accepted and the rules.</param>
/// <param name="Optional">True when a row may leave it null.</param>
public sealed record ContractColumn(string Name, ColumnKind Kind, bool Optional = false)
{
    /// <summary>
    /// Columns of few different values. The source totals are grouped by them as text, so that a change in one is seen without
    /// computing on text in every row; all other columns enter the fingerprint as numbers.
    /// </summary>
    public bool IsGroup => Kind is ColumnKind.District or ColumnKind.Settlement or ColumnKind.Code or ColumnKind.Label;
}
