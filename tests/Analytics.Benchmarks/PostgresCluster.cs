using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Analytics.Benchmarks;

/// <summary>A PostgreSQL cluster of our own in a temporary folder, on a free loopback port; stopped and deleted at the end.</summary>
internal sealed class PostgresCluster : IAsyncDisposable
{
    public const string User = "bench";
    public const string Password = "bench";
    public const string Database = "postgres";

    private readonly TemporaryFolder folder = new();
    private readonly string binaries;

    private PostgresCluster(string binaries) => this.binaries = binaries;

    public int Port { get; } = FreePort();

    public string ConnectionString => string.Create(
        CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={Port};Username={User};Password={Password};Database={Database};Command Timeout=0");

    public int ProcessId => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private string Data => Path.Combine(folder.Path, "data");

    public static async Task<PostgresCluster> StartAsync(CancellationToken cancellationToken)
    {
        var binaries = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").Select(version => Path.Combine(version, "bin")).LastOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")))
            : null;
        var cluster = new PostgresCluster(binaries ?? throw new InvalidOperationException("There is no PostgreSQL in /usr/lib/postgresql: apt-get install postgresql."));
        try
        {
            await cluster.InitialiseAsync(cancellationToken);
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid")))
        {
            await RunAsync("pg_ctl", ["-D", Data, "-m", "immediate", "stop"], CancellationToken.None);
        }

        folder.Dispose();
    }

    private async Task InitialiseAsync(CancellationToken cancellationToken)
    {
        var password = Path.Combine(folder.Path, "password");
        await File.WriteAllTextAsync(password, Password, cancellationToken);
        if (Environment.IsPrivilegedProcess)
        {
            await StartedAsync("chown", ["-R", "postgres", folder.Path], cancellationToken);
        }

        await RunAsync("initdb", ["-D", Data, "-U", User, "--pwfile", password, "--auth", "scram-sha-256", "--encoding", "UTF8", "--no-sync"], cancellationToken);
        var settings = string.Create(
            CultureInfo.InvariantCulture, $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder.Path} -c shared_buffers=512MB -c max_wal_size=4GB");
        await RunAsync("pg_ctl", ["-D", Data, "-w", "-l", Path.Combine(folder.Path, "log"), "-o", settings, "start"], cancellationToken);
    }

    // PostgreSQL refuses to run as root.
    private Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var path = Path.Combine(binaries, program);
        return Environment.IsPrivilegedProcess
            ? StartedAsync("runuser", ["-u", "postgres", "--", path, .. arguments], cancellationToken)
            : StartedAsync(path, arguments, cancellationToken);
    }

    private async Task StartedAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        // The server that pg_ctl starts would keep a pipe open, so the shell's output goes to a file.
        var output = Path.Combine(folder.Path, "output");
        using var process = Process.Start(new ProcessStartInfo("/bin/sh", ["-c", $"\"$@\" >'{output}' 2>&1 </dev/null", "sh", program, .. arguments]) { WorkingDirectory = folder.Path })!;
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {await File.ReadAllTextAsync(output, cancellationToken)}");
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
