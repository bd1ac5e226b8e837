using Npgsql;

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

    public async Task<IReadOnlyList<SourceFinding>> DiagnoseAsync(IReadOnlyList<Mapping> mappings, TimeProvider clock, CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, ApplicationName = "analytics", IncludeErrorDetail = false };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return await new PostgresDiagnosis(connection, clock).RunAsync(mappings, cancellationToken);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            throw new SourceException(
                new("source.not_examined", $"{options.Name} ({settings.Host}:{settings.Port}/{settings.Database})", PostgresErrors.Message(exception)), exception);
        }
    }
}
