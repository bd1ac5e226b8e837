using System.Net.Sockets;
using ClickHouse.Driver;
using ClickHouse.Driver.ADO;

namespace Analytics.Warehouse.Engine;

/// <summary>
/// The way to ClickHouse, embedded or a server: one client that loads and one that only reads.
/// Nothing outside this folder knows which engine it is.
/// </summary>
public sealed class WarehouseConnection : IDisposable
{
    /// <summary>Database of the embedded engine; on a server the connection string names it.</summary>
    public const string Database = "analytics";

    private readonly HttpClient http;

    private WarehouseConnection(ClickHouseClientSettings loader, ClickHouseClientSettings reader, string description, HttpClient http)
    {
        this.http = http;
        Loader = new ClickHouseClient(loader);
        Reader = new ClickHouseClient(reader);
        DatabaseName = loader.Database;
        Description = description;
    }

    /// <summary>Migrates, loads and publishes.</summary>
    public ClickHouseClient Loader { get; }

    /// <summary>Only reads, as a user without any other right.</summary>
    public ClickHouseClient Reader { get; }

    public string DatabaseName { get; }

    /// <summary>Where it leads, without secrets.</summary>
    public string Description { get; }

    /// <summary>A real server. Without a connection string of its own the reader uses the loader's user.</summary>
    public static WarehouseConnection ToServer(string connectionString, string? readerConnectionString, int timeoutSeconds = 300)
    {
        var http = NewHttpClient(TimeSpan.FromSeconds(timeoutSeconds));
        ClickHouseClientSettings Settings(string text) => new(text) { HttpClient = http, UseCompression = false, UseSession = false, UseCustomDecimals = false };
        var loader = Settings(connectionString);
        return new WarehouseConnection(
            With(loader, LoadSettings), Settings(readerConnectionString ?? connectionString), $"{loader.Host}:{loader.Port}/{loader.Database}", http);
    }

    internal static WarehouseConnection ToEmbedded(int port, EngineSecrets secrets)
    {
        var http = NewHttpClient(TimeSpan.FromMinutes(5));
        ClickHouseClientSettings Settings(string user, string password) => new()
        {
            Host = "127.0.0.1",
            Port = (ushort)port,
            Database = Database,
            Username = user,
            Password = password,
            // On loopback compression only costs time.
            UseCompression = false,
            UseSession = false,
            UseCustomDecimals = false,
            HttpClient = http,
        };
        return new WarehouseConnection(
            With(Settings(EngineSecrets.LoaderUser, secrets.Loader), LoadSettings),
            Settings(EngineSecrets.DashboardUser, secrets.Dashboard),
            $"embedded engine on 127.0.0.1:{port}",
            http);
    }

    public void Dispose()
    {
        Loader.Dispose();
        Reader.Dispose();
        http.Dispose();
    }

    // An insert must be there when it is answered, and a second insert of the same rows must not be swallowed.
    private static readonly Dictionary<string, object> LoadSettings = new() { ["async_insert"] = 0, ["insert_deduplicate"] = 0 };

    private static ClickHouseClientSettings With(ClickHouseClientSettings settings, Dictionary<string, object> customSettings)
    {
        foreach (var (name, value) in customSettings)
        {
            settings.CustomSettings[name] = value;
        }

        return settings;
    }

    // Idle connections close before the server's keep-alive does, or answers end prematurely at random.
    private static HttpClient NewHttpClient(TimeSpan silence) => new(new SocketsHttpHandler
    {
        ConnectTimeout = silence,
        ConnectCallback = async (context, cancellationToken) =>
        {
            // The driver reads rows synchronously, for which the socket's own timeouts count.
            var milliseconds = (int)silence.TotalMilliseconds;
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = milliseconds, SendTimeout = milliseconds };
            try
            {
                await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
                return new SilenceTimeoutStream(new NetworkStream(socket, ownsSocket: true), silence);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2),
        MaxConnectionsPerServer = 64,
        UseProxy = false,
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };
}
