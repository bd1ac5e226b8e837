using Analytics.Etl.Loading;
using Microsoft.Data.SqlClient;

namespace Analytics.Etl.Sources.SqlServer;

/// <summary>A SQL Server database, read in one SNAPSHOT transaction. Not run against a server by our tests, which pin what it writes.</summary>
public sealed class SqlServerSource(SourceOptions options, string connectionString) : ISource
{
    // Defaults of a login must not change what a mapping means.
    private const string Session =
        "SET ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL, QUOTED_IDENTIFIER ON; SET NUMERIC_ROUNDABORT OFF; "
        + "SET LANGUAGE us_english; SET DATEFIRST 1; SET ROWCOUNT 0; SET TEXTSIZE 2147483647; SET LOCK_TIMEOUT 60000";

    public string Name => options.Name;

    public SourceOptions Options => options;

    public async Task<ISourceSnapshot> BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);
        try
        {
            var state = (await SqlServerTables.RowsAsync(connection, "SELECT snapshot_isolation_state FROM sys.databases WHERE database_id = DB_ID()", cancellationToken))[0][0];
            if (state != "1")
            {
                throw new SourceException(SnapshotIsOff(options.Name, connection.Database));
            }

            await using var begin = SqlServerTables.Command(connection, "SET TRANSACTION ISOLATION LEVEL SNAPSHOT; BEGIN TRANSACTION");
            await begin.ExecuteNonQueryAsync(cancellationToken);
            return new SqlServerSnapshot(options.Name, connection);
        }
        catch (Exception exception) when (exception is SqlException or IOException or SourceException)
        {
            await connection.DisposeAsync();
            throw exception as SourceException ?? new SourceException(new("source.no_snapshot", options.Name, SqlServerErrors.Message(exception)), exception);
        }
    }

    public async Task<IReadOnlyList<SourceFinding>> DiagnoseAsync(IReadOnlyList<Mapping> mappings, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        try
        {
            return await new SqlServerDiagnosis(connection, clock).RunAsync(mappings, cancellationToken);
        }
        catch (Exception exception) when (exception is SqlException or IOException)
        {
            throw new SourceException(new("source.not_examined", options.Name, SqlServerErrors.Message(exception)), exception);
        }
    }

    internal static LoadMessage SnapshotIsOff(string source, string database) => new("source.snapshot_off", source, database);

    /// <summary>The office's connection with what reading asks for: a server that is silent for longer than its TimeoutSeconds is given up.</summary>
    internal static SqlConnectionStringBuilder Settings(SourceOptions options, string connectionString) => new(connectionString)
    {
        Pooling = false,
        ApplicationName = "analytics",
        ApplicationIntent = ApplicationIntent.ReadOnly,
        MultipleActiveResultSets = false,
        Enlist = false,
        CommandTimeout = options.TimeoutSeconds,
    };

    private async Task<SqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var settings = Settings(options, connectionString);
        var connection = new SqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var session = SqlServerTables.Command(connection, Session);
            await session.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch (Exception exception) when (exception is SqlException or InvalidOperationException or IOException)
        {
            await connection.DisposeAsync();
            throw new SourceException(new("source.unreachable", options.Name, $"{settings.DataSource}/{settings.InitialCatalog}", SqlServerErrors.Message(exception)), exception);
        }
    }
}
