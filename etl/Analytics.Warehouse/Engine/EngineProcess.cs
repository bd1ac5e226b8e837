using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using Microsoft.Extensions.Logging;

namespace Analytics.Warehouse.Engine;

/// <summary>
/// The embedded engine as a supervised child process: started with a free loopback port and random passwords, started again
/// with growing pauses when it dies, ended cleanly by closing its standard input.
/// </summary>
public sealed partial class EngineProcess : IAsyncDisposable
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(30);

    private readonly EngineFiles files;
    private readonly EngineOptions options;
    private readonly EngineSecrets secrets;
    private readonly FileStream ownership;
    private readonly TimeProvider clock;
    private readonly ILogger logger;
    private readonly CancellationTokenSource stopping = new();
    private Process? child;
    private Task supervision = Task.CompletedTask;

    private EngineProcess(EngineFiles files, EngineOptions options, EngineSecrets secrets, FileStream ownership, TimeProvider clock, ILogger logger)
    {
        this.files = files;
        this.options = options;
        this.secrets = secrets;
        this.ownership = ownership;
        this.clock = clock;
        this.logger = logger;
        Port = FreePort.Choose(options.HttpPort);
        Connection = WarehouseConnection.ToEmbedded(Port, secrets);
    }

    /// <summary>HTTP port on loopback; it stays the same when the engine is started again.</summary>
    public int Port { get; }

    /// <summary>Process of the engine, another one after it was started again.</summary>
    public int? ProcessId => child?.Id;

    public WarehouseConnection Connection { get; }

    /// <summary>Starts the engine of a data directory, or says in the exception who has it.</summary>
    /// <exception cref="EngineException">Another process has the directory, or the engine does not start.</exception>
    public static async Task<EngineProcess> StartAsync(
        string dataDirectory, EngineOptions options, TimeProvider clock, ILogger logger, CancellationToken cancellationToken)
    {
        _ = EngineLibrary.Find();
        var files = new EngineFiles(dataDirectory);
        Directory.CreateDirectory(files.Directory);
        var ownership = await OwnAsync(files, clock, cancellationToken) ?? throw new EngineException(
            $"The data directory {Path.GetFullPath(dataDirectory)} is in use by another analytics process{OwnerOf(files)}. Stop that one, or name another directory with --data.");
        var secrets = EngineSecrets.ReadOrCreate(files.Secrets);
        files.Write(options, secrets);
        var engine = new EngineProcess(files, options, secrets, ownership, clock, logger);
        try
        {
            await engine.StartChildUntilReadyAsync(cancellationToken);
            await engine.Connection.Loader.ExecuteNonQueryAsync(
                $"CREATE DATABASE IF NOT EXISTS {WarehouseConnection.Database} ENGINE = Atomic", options: new() { Database = "system" }, cancellationToken: cancellationToken);
        }
        catch
        {
            await engine.DisposeAsync();
            throw;
        }

        engine.supervision = engine.SuperviseAsync();
        return engine;
    }

    /// <summary>The engine that another process runs on the data directory, or null when none answers.</summary>
    public static async Task<WarehouseConnection?> FindRunningAsync(string dataDirectory, CancellationToken cancellationToken)
    {
        var files = new EngineFiles(dataDirectory);
        if (!File.Exists(files.Secrets) || EngineAddress.Read(files.Address) is not { } address || !IsOwned(files))
        {
            return null;
        }

        var connection = WarehouseConnection.ToEmbedded(address.Port, EngineSecrets.ReadOrCreate(files.Secrets));
        if (await AnswersAsync(connection, cancellationToken))
        {
            return connection;
        }

        connection.Dispose();
        return null;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await supervision;
        await StopChildAsync();
        Connection.Dispose();
        File.Delete(files.Address);
        await ownership.DisposeAsync();
        stopping.Dispose();
    }

    private async Task SuperviseAsync()
    {
        var pause = TimeSpan.FromMilliseconds(250);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                var started = clock.GetTimestamp();
                if (child is not null)
                {
                    await child.WaitForExitAsync(stopping.Token);
                    LogDied(child.Id, child.ExitCode, pause.TotalSeconds);
                }

                await Task.Delay(pause, clock, stopping.Token);
                pause = clock.GetElapsedTime(started) > TimeSpan.FromMinutes(1) ? TimeSpan.FromMilliseconds(250) : Min(pause * 2, LongestPause);
                await StartChildUntilReadyAsync(stopping.Token);
                LogStartedAgain(child!.Id, Port);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (EngineException exception)
            {
                LogStartFailed(exception, pause.TotalSeconds);
            }
        }
    }

    private async Task StartChildUntilReadyAsync(CancellationToken cancellationToken)
    {
        var deadline = clock.GetUtcNow() + TimeSpan.FromSeconds(options.StartTimeoutSeconds);
        while (true)
        {
            child = StartChild();
            while (!child.HasExited)
            {
                if (await AnswersAsync(Connection, cancellationToken))
                {
                    new EngineAddress(child.Id, Port).Write(files.Address);
                    return;
                }

                if (clock.GetUtcNow() > deadline)
                {
                    await StopChildAsync();
                    throw new EngineException($"The embedded ClickHouse did not answer within {options.StartTimeoutSeconds} s. Its log: {files.Log}");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellationToken);
            }

            // The engine of a killed owner may need some seconds to let the directory go.
            if (clock.GetUtcNow() > deadline || !LastLines(files.Log).Contains("Cannot lock file", StringComparison.Ordinal))
            {
                throw new EngineException($"The embedded ClickHouse ended with code {child.ExitCode}: {LastLines(files.Log)}");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(300), clock, cancellationToken);
        }
    }

    private Process StartChild()
    {
        var (program, first) = Command();
        var start = new ProcessStartInfo(program) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        string[] arguments = [.. first, "engine", "--data", Path.GetDirectoryName(files.Directory)!, "--http-port", Port.ToString(CultureInfo.InvariantCulture)];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new EngineException($"The program {program} does not start.");
        var log = TextWriter.Synchronized(new StreamWriter(new FileStream(files.Log, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true });
        process.OutputDataReceived += (_, line) => log.WriteLine(line.Data);
        process.ErrorDataReceived += (_, line) => log.WriteLine(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    // The child is this very program; under a test runner it is the `analytics` beside the tests.
    private (string Program, string[] First) Command()
    {
        var program = options.Executable ?? Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "analytics.exe" : "analytics");
        return File.Exists(program) ? (program, []) : (Environment.ProcessPath!, [Path.Combine(AppContext.BaseDirectory, "analytics.dll")]);
    }

    private async Task StopChildAsync()
    {
        if (child is null)
        {
            return;
        }

        if (!child.HasExited)
        {
            child.StandardInput.Close();
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20), clock);
            try
            {
                await child.WaitForExitAsync(patience.Token);
            }
            catch (OperationCanceledException)
            {
                child.Kill();
                await child.WaitForExitAsync(CancellationToken.None);
            }
        }

        child.Dispose();
        child = null;
    }

    private static async Task<bool> AnswersAsync(WarehouseConnection connection, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(5));
        try
        {
            await connection.Loader.ExecuteScalarAsync("SELECT 1", options: new() { Database = "system" }, cancellationToken: patience.Token);
            return true;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or OperationCanceledException
            && !cancellationToken.IsCancellationRequested)
        {
            return false;
        }
    }

    // Another command that looks whether there is an owner holds the lock for an instant.
    private static async Task<FileStream?> OwnAsync(EngineFiles files, TimeProvider clock, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (Open(files, FileAccess.ReadWrite, FileShare.None) is { } ownership)
            {
                return ownership;
            }

            if (attempt == 5)
            {
                return null;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken);
        }
    }

    // The engine of a killed owner still answers for a moment, but it is about to end: nobody may join it.
    private static bool IsOwned(EngineFiles files)
    {
        if (!File.Exists(files.Lock))
        {
            return false;
        }

        using var probe = Open(files, FileAccess.Read, FileShare.Read);
        return probe is null;
    }

    private static FileStream? Open(EngineFiles files, FileAccess access, FileShare share)
    {
        try
        {
            return new FileStream(files.Lock, access == FileAccess.Read ? FileMode.Open : FileMode.OpenOrCreate, access, share);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string OwnerOf(EngineFiles files) =>
        EngineAddress.Read(files.Address) is { } address ? $" (its engine is process {address.ProcessId}, port {address.Port})" : "";

    private static string LastLines(string log)
    {
        using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return string.Join(' ', reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(3));
    }

    private static TimeSpan Min(TimeSpan one, TimeSpan other) => one < other ? one : other;

    [LoggerMessage(Level = LogLevel.Error, Message = "The embedded ClickHouse (process {ProcessId}) ended with code {ExitCode}; starting it again in {Seconds} s")]
    private partial void LogDied(int processId, int exitCode, double seconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The embedded ClickHouse runs again as process {ProcessId} on port {Port}")]
    private partial void LogStartedAgain(int processId, int port);

    [LoggerMessage(Level = LogLevel.Error, Message = "The embedded ClickHouse does not start; next try after {Seconds} s")]
    private partial void LogStartFailed(Exception exception, double seconds);
}
