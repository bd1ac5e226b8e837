namespace Analytics.Etl.Sources;

/// <summary>Compares the columns that a mapping returns with the contract.</summary>
internal static class ContractCheck
{
    /// <param name="mapping">Mapping.</param>
    /// <param name="found">Columns that it returns, with the source's names of their types.</param>
    /// <param name="accepts">Whether a dialect's type is good for a kind of column.</param>
    /// <param name="expected">The types that a dialect accepts for a kind, in words.</param>
    /// <exception cref="SourceException">A column is missing or of another type.</exception>
    public static void Run(
        Mapping mapping,
        IReadOnlyDictionary<string, string> found,
        Func<ContractColumn, string, bool> accepts,
        Func<ColumnKind, string> expected)
    {
        foreach (var column in mapping.Process.Columns)
        {
            if (!found.TryGetValue(column.Name, out var type))
            {
                throw new SourceException(new("source.column_missing", mapping.Process.Name, mapping.Source, column.Name, string.Join(", ", found.Keys)));
            }

            if (!accepts(column, type))
            {
                throw new SourceException(new("source.column_retyped", mapping.Process.Name, mapping.Source, column.Name, type, expected(column.Kind)));
            }
        }
    }
}
