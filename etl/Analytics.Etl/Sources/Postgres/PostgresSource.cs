using Npgsql;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>A PostgreSQL database, read in one REPEATABLE READ transaction.</summary>
public sealed class PostgresSource(SourceOptions options, string connectionString) : ISource
{
    public string Name => options.Name;

    public SourceOptions Options => options;

    public async Task<ISourceSnapshot> BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            ApplicationName = "analytics",
            IncludeErrorDetail = false,
            ReadBufferSize = 1 << 16,
        };
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await ExecuteAsync(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancellationToken);

            // A database that does not know its encoding would break off at the first wrong byte; so the bytes come as they are, and the rule says which row.
            if (connection.PostgresParameters.GetValueOrDefault("server_encoding") == "SQL_ASCII")
            {
                await ExecuteAsync(connection, "SET client_encoding TO 'SQL_ASCII'", cancellationToken);
            }

            return new PostgresSnapshot(options.Name, connection);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException)
        {
            await connection.DisposeAsync();
            throw new SourceException($"The source {options.Name} ({settings.Host}:{settings.Port}/{settings.Database}) cannot be reached: {PostgresErrors.Message(exception)} Check the address and the account, then run `analytics config check`.", exception);
        }
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
            throw new SourceException($"The source {options.Name} cannot be examined: {PostgresErrors.Message(exception)}", exception);
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
