namespace Analytics.Etl.Sources;

/// <summary>An operational database: read only, one dialect each.</summary>
public interface ISource
{
    string Name { get; }

    SourceOptions Options { get; }

    /// <summary>Opens one consistent view of the database; all that is read through it is of one moment.</summary>
    /// <exception cref="SourceException">The database cannot be reached.</exception>
    Task<ISourceSnapshot> BeginSnapshotAsync(CancellationToken cancellationToken);
}
