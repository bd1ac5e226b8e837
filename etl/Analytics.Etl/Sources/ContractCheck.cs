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
        var where = $"The mapping {mapping.Process.Name}.sql of source {mapping.Source}";
        foreach (var column in mapping.Process.Columns)
        {
            if (!found.TryGetValue(column.Name, out var type))
            {
                throw new SourceException($"{where} does not return the column {column.Name}. It returns: {string.Join(", ", found.Keys)}. The contract is in docs/contracts.md.");
            }

            if (!accepts(column, type))
            {
                throw new SourceException($"{where} returns the column {column.Name} as {type}; expected {expected(column.Kind)}.");
            }
        }
    }
}
