using System.Diagnostics;
using System.Globalization;
using Analytics.Warehouse.Engine;
using Npgsql;

namespace Analytics.IntegrationTests.Servers;

/// <summary>
/// A private PostgreSQL cluster on a free loopback port, made for this run and deleted after it. Its guardian shell waits on a
/// pipe from this process, so that the cluster ends with any death of the tests. Without PostgreSQL the tests fail.
/// </summary>
public sealed class PostgresCluster : IAsyncLifetime
{
    private const string Guardian = """
        run() {
          "$programs/postgres" -D "$folder/data" -p "$port" -k "$folder" -c listen_addresses=127.0.0.1 -c fsync=off -c "synchronous_commit=$keeps" -c full_page_writes=off -c max_connections=100 -c shared_buffers=256MB -c work_mem=256MB >>"$folder/log" 2>&1 &
          server=$!
        }
        programs=$0 folder=$1 port=$2 keeps=$3
        run
        while read -r order; do
          case $order in
            kill) kill -9 $server ;;
            # Until the last children of the killed one are gone, a new one gives up at once.
            start) for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do run; sleep 0.25; kill -0 $server 2>/dev/null && break; done ;;
          esac
        done
        kill -QUIT $server
        wait
        rm -rf "$folder/data"
        """;

    private readonly TempFolder folder = new();
    private readonly int port = FreePort.Choose(0);
    private Process? guardian;
    private int databases;

    public int Port => port;

    /// <summary>True to keep what was committed when the server is killed; most tests do not need it and are faster without.</summary>
    public bool KeepsCommits { get; init; }

    public async ValueTask InitializeAsync()
    {
        var programs = Programs();
        if (IsRoot)
        {
            // PostgreSQL refuses to run as root.
            await RunAsync("chown", ["postgres", folder.Path]);
        }

        await RunAsync(Path.Combine(programs, "initdb"), ["-D", folder.File("data"), "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"], asPostgres: true);
        guardian = Start("bash", ["-c", Guardian, programs, folder.Path, port.ToString(CultureInfo.InvariantCulture), KeepsCommits ? "on" : "off"], asPostgres: true);
        await WaitAsync();
    }

    /// <summary>Connection string of a new, empty database.</summary>
    public async Task<string> NewDatabaseAsync(string encoding, CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"world_{Interlocked.Increment(ref databases)}");
        await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own making.
        command.CommandText = $"CREATE DATABASE {name} TEMPLATE template0 ENCODING '{encoding}' LOCALE 'C'";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
        return ConnectionString(name);
    }

    /// <summary>kill -9 of the server; its children end by themselves.</summary>
    public Task KillAsync() => guardian!.StandardInput.WriteLineAsync("kill");

    /// <summary>Starts the killed server again.</summary>
    public Task StartAgainAsync() => guardian!.StandardInput.WriteLineAsync("start");

    public async ValueTask DisposeAsync()
    {
        if (guardian is not null)
        {
            guardian.StandardInput.Close();
            await guardian.WaitForExitAsync();
            guardian.Dispose();
        }

        folder.Dispose();
    }

    private static bool IsRoot => Environment.UserName == "root";

    private string ConnectionString(string database) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port};Username=postgres;Database={database};Pooling=false");

    private static string Programs() => Directory.Exists("/usr/lib/postgresql")
        ? Directory.EnumerateDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).Where(bin => File.Exists(Path.Combine(bin, "initdb"))).Order(StringComparer.Ordinal).Last()
        : throw new InvalidOperationException("PostgreSQL is missing: on Debian, apt-get install postgresql, or run ./test, which does.");

    private async Task WaitAsync()
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                await using var connection = new NpgsqlConnection(ConnectionString("postgres"));
                await connection.OpenAsync();
                return;
            }
            catch (NpgsqlException) when (patience.Elapsed < TimeSpan.FromSeconds(60) && !guardian!.HasExited)
            {
            }
        }
    }

    private static async Task RunAsync(string program, string[] arguments, bool asPostgres = false)
    {
        using var process = Start(program, arguments, asPostgres);
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}: {await error}");
        }
    }

    private static Process Start(string program, string[] arguments, bool asPostgres)
    {
        string[] all = asPostgres && IsRoot ? ["runuser", "-u", "postgres", "--", program, .. arguments] : [program, .. arguments];
        return Process.Start(new ProcessStartInfo(all[0], all[1..])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = "/",
        })!;
    }
}
