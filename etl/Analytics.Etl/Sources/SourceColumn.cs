namespace Analytics.Etl.Sources;

/// <summary>A column that a mapping returns, or that a table has from which it reads.</summary>
/// <param name="Table">The table as the source calls it; empty for what the mapping returns.</param>
/// <param name="Name">Name.</param>
/// <param name="Type">The source's name of its type.</param>
public sealed record SourceColumn(string Table, string Name, string Type);
