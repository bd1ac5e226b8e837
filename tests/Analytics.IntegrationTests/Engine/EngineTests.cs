using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Analytics.IntegrationTests.Servers;
using Analytics.Warehouse.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.IntegrationTests.Engine;

/// <summary>The embedded engine as a process: starts, restarts, stops, listens.</summary>
public sealed class EngineTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_listens_on_loopback_only()
    {
        await using var engine = await StartAsync();

        var sockets = ListeningSockets(engine.ProcessId!.Value);

        Assert.Equal([$"127.0.0.1:{engine.Port}"], sockets);
    }

    [Fact]
    public async Task Killed_it_starts_again_on_the_same_port_with_its_data()
    {
        await using var engine = await StartAsync();
        await engine.Connection.Loader.ExecuteNonQueryAsync("CREATE TABLE kept (n UInt8) ENGINE = MergeTree ORDER BY n", cancellationToken: Token);
        await engine.Connection.Loader.ExecuteNonQueryAsync("INSERT INTO kept VALUES (42)", cancellationToken: Token);
        var first = engine.ProcessId!.Value;

        Process.GetProcessById(first).Kill();

        Assert.Equal((byte)42, await AnswerAsync(engine, "SELECT n FROM kept"));
        Assert.NotEqual(first, engine.ProcessId);
    }

    [Fact]
    public async Task A_stage_that_a_full_disk_left_empty_does_not_keep_it_from_starting()
    {
        await using (var engine = await StartAsync())
        {
            await engine.Connection.Loader.ExecuteNonQueryAsync("CREATE TABLE stage_7_fact (n UInt8) ENGINE = MergeTree ORDER BY n", cancellationToken: Token);
            await engine.Connection.Loader.ExecuteNonQueryAsync("CREATE TABLE kept (n UInt8) ENGINE = MergeTree ORDER BY n AS SELECT 42", cancellationToken: Token);
        }

        var definition = Directory.EnumerateFiles(folder.File("engine/store/store"), "stage_7_fact.sql", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(definition, "", Token);
        await using var again = await StartAsync();

        Assert.Equal((byte)42, await again.Connection.Loader.ExecuteScalarAsync("SELECT n FROM kept", cancellationToken: Token));
        Assert.Equal((byte)0, await again.Connection.Loader.ExecuteScalarAsync("EXISTS TABLE stage_7_fact", cancellationToken: Token));
    }

    [Fact]
    public async Task Stopped_and_started_again_it_has_its_data_and_its_passwords()
    {
        await using (var engine = await StartAsync())
        {
            await engine.Connection.Loader.ExecuteNonQueryAsync("CREATE TABLE kept (n UInt8) ENGINE = MergeTree ORDER BY n AS SELECT 42", cancellationToken: Token);
        }

        var password = SharedEngine.PasswordOf(folder.Path, "Loader");
        await using var again = await StartAsync();

        Assert.Equal((byte)42, await again.Connection.Loader.ExecuteScalarAsync("SELECT n FROM kept", cancellationToken: Token));
        Assert.Equal(password, SharedEngine.PasswordOf(folder.Path, "Loader"));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, new FileInfo(folder.File("engine/secrets.json")).UnixFileMode);
    }

    [Fact]
    public async Task A_second_owner_of_the_data_directory_gets_an_error_that_names_it()
    {
        await using var engine = await StartAsync();

        var failure = await Assert.ThrowsAsync<EngineException>(StartAsync);
        var (exitCode, _, error) = await AnalyticsProgram.RunAsync(folder.Path, "serve", "--no-demo", "--urls", "http://127.0.0.1:0");

        Assert.StartsWith($"The data directory {folder.Path} is in use by another analytics process", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, exitCode);
        Assert.Equal(failure.Message, error.Trim());
    }

    [Fact]
    public async Task Commands_find_the_engine_of_a_running_server()
    {
        await using var engine = await StartAsync();

        var (exitCode, output, _) = await AnalyticsProgram.RunAsync(folder.Path, "warehouse", "info");

        Assert.Equal(0, exitCode);
        Assert.StartsWith($"embedded engine on 127.0.0.1:{engine.Port}", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_port_is_chosen_when_the_wished_one_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var taken = ((IPEndPoint)other.LocalEndpoint).Port;

        await using var engine = await EngineProcess.StartAsync(folder.Path, new EngineOptions { HttpPort = taken }, TimeProvider.System, NullLogger.Instance, Token);

        Assert.NotEqual(taken, engine.Port);
        Assert.Equal((byte)1, await engine.Connection.Loader.ExecuteScalarAsync("SELECT 1", cancellationToken: Token));
    }

    [Fact]
    public async Task Stopped_its_process_is_gone_and_the_directory_is_free()
    {
        var engine = await StartAsync();
        var process = Process.GetProcessById(engine.ProcessId!.Value);

        await engine.DisposeAsync();

        Assert.True(process.HasExited);
        Assert.False(File.Exists(folder.File("engine/address.json")));
        await using var again = await StartAsync();
    }

    [Fact]
    public async Task When_the_program_is_killed_its_engine_ends_within_seconds()
    {
        await using var program = AnalyticsProgram.Start(folder.Path, "serve", "--no-demo", "--urls", "http://127.0.0.1:0");
        var engine = await ProcessOfEngineAsync();

        await program.KillAsync();

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        await engine.WaitForExitAsync(patience.Token);
        await using var again = await StartAsync();
    }

    private Task<EngineProcess> StartAsync() => SharedEngine.StartAsync(folder.Path, Token);

    private async Task<Process> ProcessOfEngineAsync()
    {
        var address = folder.File("engine/address.json");
        while (!File.Exists(address))
        {
            await Task.Delay(20, Token);
        }

        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(address, Token));
        return Process.GetProcessById(json.RootElement.GetProperty("ProcessId").GetInt32());
    }

    private static async Task<object> AnswerAsync(EngineProcess engine, string sql)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(50, Token))
        {
            try
            {
                return await engine.Connection.Loader.ExecuteScalarAsync(sql, cancellationToken: Token);
            }
            catch (HttpRequestException) when (patience.Elapsed < TimeSpan.FromSeconds(60))
            {
            }
        }
    }

    // What the system says that the process listens on, for IPv4 and IPv6.
    private static List<string> ListeningSockets(int process)
    {
        var own = Directory.EnumerateFiles($"/proc/{process}/fd").Select(file => new FileInfo(file).LinkTarget).Where(target => target?.StartsWith("socket:[", StringComparison.Ordinal) == true).ToHashSet();
        var sockets = new List<string>();
        foreach (var table in new[] { "/proc/net/tcp", "/proc/net/tcp6" }.Where(File.Exists))
        {
            foreach (var cells in File.ReadLines(table).Skip(1).Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                if (cells[3] == "0A" && own.Contains($"socket:[{cells[9]}]"))
                {
                    var parts = cells[1].Split(':');
                    var bytes = Convert.FromHexString(parts[0]);
                    Array.Reverse(bytes);
                    sockets.Add($"{new IPAddress(bytes)}:{int.Parse(parts[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)}");
                }
            }
        }

        return sockets;
    }
}
