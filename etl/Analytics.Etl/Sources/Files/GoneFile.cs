namespace Analytics.Etl.Sources.Files;

/// <summary>A file that was loaded and is no longer in the folder: it has no rows, so its units are emptied.</summary>
internal sealed class GoneFile(SourceOptions options) : ISource
{
    public string Name => options.Name;

    public SourceOptions Options => options;

    public Task<ISourceSnapshot> BeginSnapshotAsync(CancellationToken cancellationToken) => Task.FromResult<ISourceSnapshot>(new NoRows());

    private sealed class NoRows : ISourceSnapshot, ISourceReader
    {
        public bool ReadsSideBySide => false;

        public ReadOnlySpan<Cell> Cells => [];

        public Task CheckContractAsync(Mapping mapping, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task<IReadOnlyDictionary<UnitPeriod, UnitTotals>> AllTotalsAsync(Mapping mapping, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyDictionary<UnitPeriod, UnitTotals>>(new Dictionary<UnitPeriod, UnitTotals>());

        public Task<UnitTotals> TotalsAsync(Mapping mapping, UnitPeriod unit, CancellationToken cancellationToken) => Task.FromResult(new UnitTotals());

        public Task<IReadOnlyList<ISourceReader>> ReadAsync(Mapping mapping, UnitPeriod unit, int parts, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<ISourceReader>>([this]);

        public ValueTask<bool> ReadAsync(CancellationToken cancellationToken) => ValueTask.FromResult(false);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
