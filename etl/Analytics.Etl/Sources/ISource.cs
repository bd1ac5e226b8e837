namespace Analytics.Etl.Sources;

/// <summary>An operational database: read only, one dialect each.</summary>
public interface ISource
{
    string Name { get; }

    SourceOptions Options { get; }

    /// <summary>Opens one consistent view of the database; all that is read through it is of one moment.</summary>
    /// <exception cref="SourceException">The database cannot be reached.</exception>
    Task<ISourceSnapshot> BeginSnapshotAsync(CancellationToken cancellationToken);

    /// <summary>
    /// What an operator should know of the database: its version, whether the account could write, whether indexes serve the
    /// periods, its clock. A source without any of these has nothing to tell.
    /// </summary>
    /// <exception cref="SourceException">The database cannot be reached.</exception>
    Task<IReadOnlyList<SourceFinding>> DiagnoseAsync(IReadOnlyList<Mapping> mappings, TimeProvider clock, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SourceFinding>>([]);
}
