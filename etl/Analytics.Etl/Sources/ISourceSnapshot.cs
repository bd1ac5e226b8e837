namespace Analytics.Etl.Sources;

/// <summary>One consistent view of a source.</summary>
public interface ISourceSnapshot : IAsyncDisposable
{
    /// <summary>Checks that the mapping runs and returns the contract's columns in acceptable types.</summary>
    /// <exception cref="SourceException">It does not; the message tells expected and found.</exception>
    Task CheckContractAsync(Mapping mapping, CancellationToken cancellationToken);

    /// <summary>Totals of every unit that has rows, in one pass.</summary>
    Task<IReadOnlyDictionary<UnitPeriod, UnitTotals>> AllTotalsAsync(Mapping mapping, CancellationToken cancellationToken);

    /// <summary>Totals of one unit.</summary>
    Task<UnitTotals> TotalsAsync(Mapping mapping, UnitPeriod unit, CancellationToken cancellationToken);

    /// <summary>Reads one unit's rows; cells come in the order of the contract's columns.</summary>
    Task<ISourceReader> ReadAsync(Mapping mapping, UnitPeriod unit, CancellationToken cancellationToken);
}
