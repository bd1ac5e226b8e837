namespace Analytics.Etl.Sources.Postgres;

/// <summary>A PostgreSQL database, read in REPEATABLE READ transactions that share one snapshot.</summary>
public sealed class PostgresSource(SourceOptions options, string connectionString) : ISource
{
    private readonly PostgresConnections connections = new(options, connectionString);

    public string Name => options.Name;

    public SourceOptions Options => options;

    public async Task<ISourceSnapshot> BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        var (connection, exported) = await connections.BeginAsync(cancellationToken);
        return new PostgresSnapshot(connections, connection, exported);
    }
}
