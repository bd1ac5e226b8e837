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
    private readonly TextWriter log;
    private readonly int port = FreePort.Choose(0);
    private Process? process;

    private EngineServer(SmallDisk disk, TextWriter log)
    {
        this.disk = disk;
        this.log = log;
    }

    public int Port => port;

    public SmallDisk Disk => disk;

    public string Password { get; private set; } = "";

    public static async Task<EngineServer> StartAsync(TextWriter log)
    {
        var server = new EngineServer(SmallDisk.Make("engine", megabytes: 256), log);
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
    /// True from its death until <see cref="Rest"/>. ClickHouse puts new parts beside the old ones before it covers these: killed between the
    /// two, it holds both until the next check has found it.
    /// </summary>
    public bool WasKilled { get; private set; }

    /// <summary>Everything equals the sources again.</summary>
    public void Rest() => WasKilled = false;

    public void Kill()
    {
        WasKilled = true;
        var killed = process!;
        process = null;
        killed.Kill();
        killed.WaitForExit();
        killed.Dispose();
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
        var started = process;
        started.OutputDataReceived += (_, line) => Note(line.Data);
        started.ErrorDataReceived += (_, line) => Note(line.Data);
        started.Exited += (_, _) => RunAgain(started);
        started.EnableRaisingEvents = true;
        started.BeginOutputReadLine();
        started.BeginErrorReadLine();
    }

    /// <summary>How often it ended without being told to, for reports: that is a fault of its own, against which everything must hold, too.</summary>
    public int EndedByItself { get; private set; }

    // As the program does with its own engine.
    private void RunAgain(Process ended)
    {
        if (ReferenceEquals(ended, process))
        {
            EndedByItself++;
            WasKilled = true;
            Note($"ended by itself with {ended.ExitCode}");
            Run();
        }
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

    private void Note(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            log.WriteLine($"engine: {line}");
        }
    }

    [GeneratedRegex("<max_server_memory_usage>[0-9]+<")]
    private static partial Regex MemoryLimit();
}
