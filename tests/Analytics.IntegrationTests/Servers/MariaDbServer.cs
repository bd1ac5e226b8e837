using System.Diagnostics;
using System.Globalization;
using Analytics.Warehouse.Engine;
using MySqlConnector;

namespace Analytics.IntegrationTests.Servers;

/// <summary>
/// A private MariaDB server on a free loopback port, made for this run and deleted after it. Its guardian shell waits on a pipe
/// from this process, so that the server ends with any death of the tests. Without MariaDB the tests fail.
/// </summary>
public sealed class MariaDbServer : IAsyncLifetime
{
    private const string Guardian = """
        exec 2>/dev/null
        mariadb-install-db --no-defaults --datadir="$1/data" --auth-root-authentication-method=normal --skip-test-db --skip-name-resolve >"$1/log" 2>&1 || exit 1
        run() {
          mariadbd --no-defaults --datadir="$1/data" --socket="$1/socket" --pid-file="$1/pid" --port="$0" --bind-address=127.0.0.1 --skip-name-resolve --innodb-flush-log-at-trx-commit="$2" --innodb-doublewrite="$2" --innodb-buffer-pool-size=256M >>"$1/log" 2>&1 &
          server=$!
        }
        run "$@"
        while read -r order; do
          case $order in
            kill) kill -KILL $server; wait $server ;;
            start) run "$@" ;;
          esac
        done
        kill -KILL $server
        wait
        rm -rf "$1/data"
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
        if (!File.Exists("/usr/sbin/mariadbd"))
        {
            throw new InvalidOperationException("MariaDB is missing: on Debian, apt-get install --no-install-recommends mariadb-server, or run ./test, which does.");
        }

        if (IsRoot)
        {
            // The server refuses to run as root.
            using var owner = Process.Start("chown", ["mysql", folder.Path]);
            await owner.WaitForExitAsync();
        }

        string[] command = ["bash", "-c", Guardian, port.ToString(CultureInfo.InvariantCulture), folder.Path, KeepsCommits ? "1" : "0"];
        string[] all = IsRoot ? ["runuser", "-u", "mysql", "--", .. command] : command;
        guardian = Process.Start(new ProcessStartInfo(all[0], all[1..]) { RedirectStandardInput = true, WorkingDirectory = "/", Environment = { ["PATH"] = "/usr/sbin:/usr/bin:/sbin:/bin" } })!;
        await WaitAsync();
    }

    /// <summary>Connection string of a new, empty database, as the server's root.</summary>
    public async Task<string> NewDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"world_{Interlocked.Increment(ref databases)}");
        await using var connection = new MySqlConnection(ConnectionString("mysql"));
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of our own making.
        command.CommandText = $"CREATE DATABASE {name} CHARACTER SET utf8mb4 COLLATE utf8mb4_general_ci";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
        return ConnectionString(name);
    }

    /// <summary>kill -9 of the server.</summary>
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

    private string ConnectionString(string database, string user = "root") =>
        string.Create(CultureInfo.InvariantCulture, $"Server=127.0.0.1;Port={port};User ID={user};Database={database};Pooling=false");

    private async Task WaitAsync()
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(50))
        {
            try
            {
                await using var connection = new MySqlConnection(ConnectionString("mysql"));
                await connection.OpenAsync();
                return;
            }
            catch (MySqlException) when (patience.Elapsed < TimeSpan.FromSeconds(60) && !guardian!.HasExited)
            {
            }
        }
    }
}
