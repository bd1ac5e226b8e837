using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.IntegrationTests.Servers;
using Analytics.Warehouse.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.ChaosTests.Servers;

/// <summary>The embedded engine as a server of its own, on a small disk, that can be killed, started again and given less memory.</summary>
public sealed partial class EngineServer : IAsyncDisposable
{
    private readonly SmallDisk disk;
    private readonly int port = FreePort.Choose(0);
    private Process? process;

    private EngineServer(SmallDisk disk) => this.disk = disk;

    public int Port => port;

    public SmallDisk Disk => disk;

    public string Password { get; private set; } = "";

    public static async Task<EngineServer> StartAsync()
    {
        var server = new EngineServer(SmallDisk.Make("engine", megabytes: 256));
        // The program writes the engine's files and makes its database.
        await (await EngineProcess.StartAsync(server.disk.Path, new EngineOptions { HttpPort = 0 }, TimeProvider.System, NullLogger.Instance, CancellationToken.None)).DisposeAsync();
        using var secrets = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(server.disk.Path, "engine", "secrets.json")));
        server.Password = secrets.RootElement.GetProperty("Loader").GetString()!;
        server.Run();
        return server;
    }

    public string ConnectionStringBy(int throughPort) =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={throughPort};Username=loader;Password={Password};Database={WarehouseConnection.Database}");

    /// <summary>
    /// True from a kill until <see cref="Rest"/>. ClickHouse puts new parts beside the old ones before it covers these: killed between the
    /// two, it holds both until the next check has found it.
    /// </summary>
    public bool WasKilled { get; private set; }

    /// <summary>Everything equals the sources again.</summary>
    public void Rest() => WasKilled = false;

    public void Kill()
    {
        WasKilled = true;
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    public void Run()
    {
        if (process is { HasExited: false })
        {
            return;
        }

        process = Process.Start(new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "analytics"), ["engine", "--data", disk.Path, "--http-port", port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts it again with so much memory.</summary>
    public void RunWithMemory(int megabytes)
    {
        Kill();
        var config = Path.Combine(disk.Path, "engine", "config.xml");
        File.WriteAllText(config, MemoryLimit().Replace(
            File.ReadAllText(config), string.Create(CultureInfo.InvariantCulture, $"<max_server_memory_usage>{megabytes * 1024L * 1024L}<")));
        Run();
    }

    public ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            Kill();
        }

        disk.Dispose();
        return ValueTask.CompletedTask;
    }

    [GeneratedRegex("<max_server_memory_usage>[0-9]+<")]
    private static partial Regex MemoryLimit();
}
