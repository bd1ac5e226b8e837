using System.Text;
using System.Text.RegularExpressions;
using Npgsql;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>
/// Opens read-only transactions of one PostgreSQL database. Text comes in the database's own encoding, byte for byte, because the
/// server hashes its own bytes and a wrong byte must reach the rule that names its row.
/// </summary>
internal sealed partial class PostgresConnections(SourceOptions options, string connectionString)
{
    private readonly NpgsqlConnectionStringBuilder settings = new(connectionString)
    {
        Pooling = false,
        ApplicationName = "analytics",
        IncludeErrorDetail = false,
        ReadBufferSize = 1 << 17,
        CommandTimeout = options.TimeoutSeconds,
        TcpKeepAlive = true,
        TcpKeepAliveTime = 30,
        TcpKeepAliveInterval = 10,
    };

    private bool knowsEncoding;

    static PostgresConnections() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public SourceOptions Options => options;

    /// <summary>How texts are read.</summary>
    public Encoding Encoding { get; private set; } = Encoding.UTF8;

    /// <summary>A new snapshot, and the name under which others can see it.</summary>
    /// <exception cref="SourceException">The database cannot be reached.</exception>
    public Task<(NpgsqlConnection Connection, string Exported)> BeginAsync(CancellationToken cancellationToken) => ReachAsync(
        async connection =>
        {
            await using var command = new NpgsqlCommand("SELECT pg_export_snapshot()", connection);
            return (connection, (string)(await command.ExecuteScalarAsync(cancellationToken))!);
        },
        cancellationToken);

    /// <summary>Another connection that sees the snapshot.</summary>
    /// <exception cref="SourceException">The database cannot be reached.</exception>
    public Task<NpgsqlConnection> JoinAsync(string exported, CancellationToken cancellationToken) => ReachAsync(
        async connection =>
        {
            // Takes no parameter; the name came from the server and holds digits and dashes only.
            await ExecuteAsync(connection, $"SET TRANSACTION SNAPSHOT '{SnapshotName().Match(exported).Value}'", cancellationToken);
            return connection;
        },
        cancellationToken);

    private async Task<T> ReachAsync<T>(Func<NpgsqlConnection, Task<T>> begin, CancellationToken cancellationToken)
    {
        NpgsqlConnection? connection = null;
        try
        {
            connection = await OpenInItsEncodingAsync(cancellationToken);

            // The time allowed is ours to decide: a transaction waits while others read its snapshot.
            await ExecuteAsync(connection, "SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0", cancellationToken);
            await ExecuteAsync(connection, "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", cancellationToken);
            return await begin(connection);
        }
        catch (Exception exception) when (exception is NpgsqlException or TimeoutException or System.Net.Sockets.SocketException or IOException)
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }

            throw new SourceException(new("source.unreachable", options.Name, $"{settings.Host}:{settings.Port}/{settings.Database}", PostgresErrors.Message(exception)), exception);
        }
    }

    private async Task<NpgsqlConnection> OpenInItsEncodingAsync(CancellationToken cancellationToken)
    {
        var connection = await OpenAsync(cancellationToken);
        if (!knowsEncoding && connection.PostgresParameters.GetValueOrDefault("server_encoding") is { } name and not "UTF8")
        {
            await connection.DisposeAsync();
            Use(name);
            connection = await OpenAsync(cancellationToken);
        }

        knowsEncoding = true;
        return connection;
    }

    // A database that does not know its encoding (SQL_ASCII) holds bytes, which are UTF-8 more often than anything else.
    private void Use(string serverEncoding)
    {
        Encoding = serverEncoding == "SQL_ASCII" ? Encoding.UTF8 : Encoding.GetEncoding(CodePage(serverEncoding));
        settings.ClientEncoding = serverEncoding;
        if (serverEncoding != "SQL_ASCII")
        {
            settings.Encoding = Encoding.WebName;
        }
    }

    private int CodePage(string serverEncoding) => serverEncoding switch
    {
        "WIN1251" => 1251,
        "WIN1252" => 1252,
        "WIN1254" => 1254,
        "WIN866" => 866,
        "KOI8R" => 20866,
        "LATIN1" => 28591,
        "LATIN5" => 28599,
        "ISO_8859_5" => 28595,
        _ => throw new SourceException(new("source.encoding", options.Name, serverEncoding)),
    };

    private async Task<NpgsqlConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var connection = new NpgsqlConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    [GeneratedRegex("^[0-9A-F-]+$")]
    private static partial Regex SnapshotName();
}
