using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources.Files;

/// <summary>A file as it was when it was opened.</summary>
internal sealed class DropFileSnapshot(DropFolder folder, DroppedFile file, FileStream content, FileFindings found, LoadMessage? refusal) : ISourceSnapshot
{
    // One file handle, read by one after the other.
    public bool ReadsSideBySide => false;

    public Task CheckContractAsync(Mapping mapping, CancellationToken cancellationToken) => refusal is null ? Task.CompletedTask : throw new SourceException(refusal);

    public Task<IReadOnlyDictionary<UnitPeriod, UnitTotals>> AllTotalsAsync(Mapping mapping, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyDictionary<UnitPeriod, UnitTotals>>(
            mapping.Process == found.Process ? new Dictionary<UnitPeriod, UnitTotals> { [found.Unit] = found.Totals } : []);

    public Task<UnitTotals> TotalsAsync(Mapping mapping, UnitPeriod unit, CancellationToken cancellationToken) =>
        Task.FromResult(Holds(mapping, unit) ? found.Totals : new UnitTotals());

    public Task<IReadOnlyList<ISourceReader>> ReadAsync(Mapping mapping, UnitPeriod unit, int parts, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<ISourceReader>>([new DropFileReader(folder, file, content, Holds(mapping, unit) ? found : null)]);

    public ValueTask DisposeAsync() => content.DisposeAsync();

    private bool Holds(Mapping mapping, UnitPeriod unit) => mapping.Process == found.Process && unit == found.Unit;
}
