namespace Analytics.Etl.Sources;

/// <summary>One consistent view of a source.</summary>
public interface ISourceSnapshot : IAsyncDisposable
{
    /// <summary>Checks that the mapping runs and returns the contract's columns in acceptable types.</summary>
    /// <exception cref="SourceException">It does not; the message tells expected and found.</exception>
    Task CheckContractAsync(Mapping mapping, CancellationToken cancellationToken);

    /// <summary>The columns that a mapping returns and, where the dialect can tell, all columns of the tables from which it reads.</summary>
    Task<IReadOnlyList<SourceColumn>> ColumnsAsync(Mapping mapping, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SourceColumn>>([]);

    /// <summary>The columns that tables have now, named as <see cref="SourceColumn.Table"/> names them; none of a table that is gone.</summary>
    Task<IReadOnlyList<SourceColumn>> ColumnsOfAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<SourceColumn>>([]);

    /// <summary>
    /// Periods with rows that were written since a moment, by a column that says so. Only a hint of what to look at first, so a dialect
    /// may know none.
    /// </summary>
    Task<IReadOnlyCollection<UnitPeriod>> TouchedAsync(Mapping mapping, string column, DateTimeOffset since, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyCollection<UnitPeriod>>([]);

    /// <summary>Totals of every unit that has rows, in one pass.</summary>
    Task<IReadOnlyDictionary<UnitPeriod, UnitTotals>> AllTotalsAsync(Mapping mapping, CancellationToken cancellationToken);

    /// <summary>Totals of one unit.</summary>
    Task<UnitTotals> TotalsAsync(Mapping mapping, UnitPeriod unit, CancellationToken cancellationToken);

    /// <summary>
    /// True when totals can be asked for while rows are read, because the snapshot is seen by other connections too. Otherwise
    /// one thing is done after the other.
    /// </summary>
    bool ReadsSideBySide { get; }

    /// <summary>
    /// Opens one unit's rows in at most so many parts, which together hold every row once and may be read at the same time.
    /// Cells come in the order of the contract's columns. A dialect that cannot share its snapshot returns one part.
    /// </summary>
    Task<IReadOnlyList<ISourceReader>> ReadAsync(Mapping mapping, UnitPeriod unit, int parts, CancellationToken cancellationToken);
}
