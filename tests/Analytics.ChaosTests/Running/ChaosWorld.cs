using System.Collections.Concurrent;
using System.Globalization;
using Analytics.ChaosTests.Proxy;
using Analytics.ChaosTests.Reading;
using Analytics.ChaosTests.Servers;
using Analytics.ChaosTests.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.Warehouse.Engine;
using MySqlConnector;
using Npgsql;

namespace Analytics.ChaosTests.Running;

/// <summary>
/// Two hosts that share one engine and one control database, four tables of three sources, and a proxy on each way between a host and
/// a database. All timeouts are small.
/// </summary>
public sealed class ChaosWorld : IAsyncDisposable
{
    public const int LeaseSeconds = 6;
    public const int TimeoutSeconds = 4;

    private readonly TempFolder folder = new();
    private readonly StreamWriter log;
    private readonly List<IAsyncDisposable> opened = [];

    private ChaosWorld(int seed, string logFile)
    {
        Clock = new ShiftedClock(folder.Path);
        Random = new SharedRandom(seed);
        log = new StreamWriter(logFile) { AutoFlush = true };
        Log = TextWriter.Synchronized(log);
        Messages = new Messages(Violations, Log);
    }

    public SharedRandom Random { get; }

    public TextWriter Log { get; }

    public History History { get; } = new();

    /// <summary>Connections that each fault of the network has harmed.</summary>
    public ConcurrentDictionary<string, int> Harmed { get; } = new();

    public Violations Violations { get; } = new();

    public Messages Messages { get; }

    public PostgresCluster ControlServer { get; private set; } = null!;

    public PostgresCluster SourceServer { get; private set; } = null!;

    public MariaDbServer MariaDbServer { get; private set; } = null!;

    public SmallDisk ControlDisk { get; private set; } = null!;

    public EngineServer Engine { get; private set; } = null!;

    /// <summary>By host.</summary>
    public IReadOnlyList<TcpProxy> ToEngine { get; private set; } = [];

    /// <summary>By host.</summary>
    public IReadOnlyList<TcpProxy> ToControl { get; private set; } = [];

    public TcpProxy ToSource { get; private set; } = null!;

    public TcpProxy ToMariaDb { get; private set; } = null!;

    public IReadOnlyList<AnalyticsHost> Hosts { get; private set; } = [];

    public IReadOnlyList<SourceTable> Tables { get; private set; } = [];

    public string SqliteFile => folder.File("branch.db");

    public Writer Writer { get; private set; } = null!;

    public ControlReader Control { get; private set; } = null!;

    public EngineReader Warehouse { get; private set; } = null!;

    public Watcher Watcher { get; private set; } = null!;

    /// <summary>The clock of the second host.</summary>
    public ShiftedClock Clock { get; }

    public QueuedJobs Jobs { get; private set; } = null!;

    public static async Task<ChaosWorld> OpenAsync(int seed, string logFile)
    {
        var world = new ChaosWorld(seed, logFile);
        try
        {
            await world.StartServersAsync();
            await world.FillSourcesAsync();
            await world.StartHostsAsync();
            return world;
        }
        catch
        {
            await world.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var one in Enumerable.Reverse(opened))
        {
            await one.DisposeAsync();
        }

        foreach (var line in Hosts.SelectMany(host => host.Lines))
        {
            Log.WriteLine(line);
        }

        foreach (var table in Tables)
        {
            table.Dispose();
        }

        ControlDisk?.Dispose();
        folder.Dispose();
        await log.DisposeAsync();
    }

    private T Keep<T>(T one)
        where T : IAsyncDisposable
    {
        opened.Add(one);
        return one;
    }

    private string controlDatabase = "";
    private string sourceDatabase = "";
    private string mariaDbDatabase = "";

    private async Task StartServersAsync()
    {
        ControlServer = Keep(new PostgresCluster { KeepsCommits = true });
        SourceServer = Keep(new PostgresCluster { KeepsCommits = true });
        MariaDbServer = Keep(new MariaDbServer { KeepsCommits = true });
        var engine = EngineServer.StartAsync(Log);
        await Task.WhenAll(engine, ControlServer.InitializeAsync().AsTask(), SourceServer.InitializeAsync().AsTask(), MariaDbServer.InitializeAsync().AsTask());
        Engine = Keep(await engine);
        controlDatabase = await ControlServer.NewDatabaseAsync("UTF8", CancellationToken.None);
        sourceDatabase = await SourceServer.NewDatabaseAsync("UTF8", CancellationToken.None);
        mariaDbDatabase = await MariaDbServer.NewDatabaseAsync(CancellationToken.None);
        ControlDisk = SmallDisk.Make("control", megabytes: 64, owner: "postgres");
        await MoveControlAsync();
        ToEngine = [Keep(new TcpProxy(Engine.Port)), Keep(new TcpProxy(Engine.Port))];
        ToControl = [Keep(new TcpProxy(ControlServer.Port)), Keep(new TcpProxy(ControlServer.Port))];
        ToSource = Keep(new TcpProxy(SourceServer.Port));
        ToMariaDb = Keep(new TcpProxy(MariaDbServer.Port));
    }

    // The control database lies on a small disk of its own.
    private async Task MoveControlAsync()
    {
        var name = new NpgsqlConnectionStringBuilder(controlDatabase);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(controlDatabase) { Database = "postgres" }.ConnectionString);
        await connection.OpenAsync();
        foreach (var sql in new[] { $"CREATE TABLESPACE small LOCATION '{ControlDisk.Path}'", $"ALTER DATABASE {name.Database} SET TABLESPACE small" })
        {
#pragma warning disable CA2100 // Names of our own making.
            await using var command = new NpgsqlCommand(sql, connection);
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }

    private async Task FillSourcesAsync()
    {
        foreach (var (source, process, query) in new[]
        {
            ("social", "benefit_payments", "SELECT * FROM payment"), ("social", "social_packages", "SELECT * FROM package"), ("branch", "benefit_payments", "SELECT * FROM payment"),
            ("east", "benefit_payments", "SELECT * FROM payment"),
        })
        {
            await File.WriteAllTextAsync(Path.Combine(folder.Folder("mapping-" + source), process + ".sql"), query);
        }

        // A file that is away must not be made anew by the one who writes.
        await File.WriteAllBytesAsync(SqliteFile, []);
        Tables =
        [
            new SourceTable("social", "benefit_payments", 12, sourceDatabase, Dialect.Postgres, History, Random),
            new SourceTable("social", "social_packages", 12, sourceDatabase, Dialect.Postgres, History, Random),
            new SourceTable("branch", "benefit_payments", 6, $"Data Source={SqliteFile};Mode=ReadWrite;Pooling=false", Dialect.Sqlite, History, Random),
            new SourceTable("east", "benefit_payments", 6, mariaDbDatabase, Dialect.MariaDb, History, Random),
        ];
        foreach (var table in Tables)
        {
            await table.CreateAsync();
        }

        Writer = Keep(new Writer(Tables, Random));
    }

    private async Task StartHostsAsync()
    {
        Clock.Make();
        await File.WriteAllTextAsync(folder.File("secret"), new string('5', 64));
        Jobs = new QueuedJobs(controlDatabase);
        Control = new ControlReader(controlDatabase);
        var direct = WarehouseConnection.ToServer(Engine.ConnectionStringBy(Engine.Port), null, 10);
        Warehouse = new EngineReader(direct);
        var hosts = new List<AnalyticsHost>();
        Hosts = hosts;
        for (var number = 0; number < 2; number++)
        {
            hosts.Add(Keep(new AnalyticsHost($"host {number + 1}", folder.Folder($"host-{number}"), Settings(number), number == 1 ? Clock : null)));
            if (number == 0)
            {
                // The first makes the databases.
                await UntilAsync(async () => (await Control.InForceAsync()).Count == 1, TimeSpan.FromSeconds(90), "The first publication was not made");
            }
        }

        await UntilAsync(async () => (await hosts[1].Client.GetAsync(new Uri("/health/ready", UriKind.Relative))).IsSuccessStatusCode, TimeSpan.FromSeconds(60), "The second host does not answer");
        Watcher = Keep(new Watcher(Control, Warehouse, Engine, Hosts, History, Violations, Messages));
    }

    private Dictionary<string, string> Settings(int host) => new()
    {
        ["Warehouse__ConnectionString"] = Engine.ConnectionStringBy(ToEngine[host].Port),
        ["Warehouse__TimeoutSeconds"] = TimeoutSeconds.ToString(CultureInfo.InvariantCulture),
        ["Control__PostgresConnection"] = "control",
        ["ConnectionStrings__control"] = Through(controlDatabase, ToControl[host]),
        ["ConnectionStrings__social"] = Through(sourceDatabase, ToSource),
        ["ConnectionStrings__east"] = new MySqlConnectionStringBuilder(mariaDbDatabase) { Port = (uint)ToMariaDb.Port, ConnectionTimeout = TimeoutSeconds }.ConnectionString,
        ["ConnectionStrings__branch"] = $"Data Source={SqliteFile}",
        ["Loading__LeaseSeconds"] = LeaseSeconds.ToString(CultureInfo.InvariantCulture),
        ["ANALYTICS_SECRET_FILE"] = folder.File("secret"),
        ["DOTNET_gcServer"] = "0",
        ["Sources__0__Name"] = "social",
        ["Sources__0__Kind"] = "postgresql",
        ["Sources__0__Connection"] = "social",
        ["Sources__0__Mapping"] = folder.File("mapping-social"),
        ["Sources__0__TimeoutSeconds"] = TimeoutSeconds.ToString(CultureInfo.InvariantCulture),
        ["Sources__1__Name"] = "branch",
        ["Sources__1__Kind"] = "sqlite",
        ["Sources__1__Connection"] = "branch",
        ["Sources__1__Mapping"] = folder.File("mapping-branch"),
        ["Sources__2__Name"] = "east",
        ["Sources__2__Kind"] = "mariadb",
        ["Sources__2__Connection"] = "east",
        ["Sources__2__Mapping"] = folder.File("mapping-east"),
        ["Sources__2__TimeoutSeconds"] = TimeoutSeconds.ToString(CultureInfo.InvariantCulture),
    };

    private static string Through(string connectionString, TcpProxy proxy) => new NpgsqlConnectionStringBuilder(connectionString)
    {
        Port = proxy.Port, Pooling = true, Timeout = TimeoutSeconds, CommandTimeout = TimeoutSeconds, CancellationTimeout = 500, KeepAlive = 5,
    }.ConnectionString;

    public static async Task UntilAsync(Func<Task<bool>> isSo, TimeSpan patience, string otherwise)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        while (true)
        {
            try
            {
                if (await isSo())
                {
                    return;
                }
            }
            catch (Exception exception) when (exception is NpgsqlException or HttpRequestException or IOException or OperationCanceledException)
            {
            }

            if (clock.Elapsed > patience)
            {
                throw new TimeoutException($"{otherwise} within {patience.TotalSeconds} s.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100));
        }
    }
}
