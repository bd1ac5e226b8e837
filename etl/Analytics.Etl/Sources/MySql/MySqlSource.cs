using System.Net.Sockets;
using MySqlConnector;

namespace Analytics.Etl.Sources.MySql;

/// <summary>A MySQL or MariaDB database, read in one consistent snapshot.</summary>
public sealed class MySqlSource(SourceOptions options, string connectionString) : ISource
{
    // The settings of the server or of the account must not change what a mapping means. Unsigned numbers subtract to negative
    // ones instead of an error, and group_concat does not cut its text. A slow warehouse must not make the server hang up.
    private const string Session = """
        SET SESSION sql_mode = 'NO_UNSIGNED_SUBTRACTION', time_zone = '+00:00', sql_auto_is_null = 0, group_concat_max_len = 1048576,
          sql_select_limit = 18446744073709551615, net_write_timeout = 3600, lock_wait_timeout = 60
        """;

    public string Name => options.Name;

    public SourceOptions Options => options;

    public async Task<ISourceSnapshot> BeginSnapshotAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);
        try
        {
            // A server whose default is READ COMMITTED would take the snapshot's name for a wish.
            await ExecuteAsync(connection, "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ", cancellationToken);
            await ExecuteAsync(connection, "START TRANSACTION WITH CONSISTENT SNAPSHOT, READ ONLY", cancellationToken);
            return new MySqlSnapshot(options.Name, connection);
        }
        catch (Exception exception) when (exception is MySqlException or IOException)
        {
            await connection.DisposeAsync();
            throw new SourceException(new("source.no_snapshot_mysql", options.Name, MySqlErrors.Message(exception)), exception);
        }
    }

    public async Task<IReadOnlyList<SourceFinding>> DiagnoseAsync(IReadOnlyList<Mapping> mappings, TimeProvider clock, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        try
        {
            return await new MySqlDiagnosis(connection, clock).RunAsync(mappings, cancellationToken);
        }
        catch (Exception exception) when (exception is MySqlException or IOException)
        {
            throw new SourceException(new("source.not_examined", options.Name, MySqlErrors.Message(exception)), exception);
        }
    }

    private async Task<MySqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var settings = new MySqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            ApplicationName = "analytics",
            AllowLoadLocalInfile = false,
            AllowUserVariables = true,
            AutoEnlist = false,
            TreatTinyAsBoolean = false,
            GuidFormat = MySqlGuidFormat.None,
            Keepalive = 60,
            DefaultCommandTimeout = (uint)options.TimeoutSeconds,
        };
        var connection = new MySqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            await ExecuteAsync(connection, Session, cancellationToken);
            return connection;
        }
        catch (Exception exception) when (exception is MySqlException or TimeoutException or SocketException or IOException)
        {
            await connection.DisposeAsync();
            throw new SourceException(new("source.unreachable", options.Name, $"{settings.Server}:{settings.Port}/{settings.Database}", MySqlErrors.Message(exception)), exception);
        }
    }

    private static async Task ExecuteAsync(MySqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
