using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Analytics.EndToEndTests.Running;

/// <summary>A running <c>analytics serve</c> with its own data directory.</summary>
public sealed class AnalyticsServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly ConcurrentQueue<string> lines = new();
    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private AnalyticsServer(Process process, string dataDirectory, Uri address)
    {
        this.process = process;
        DataDirectory = dataDirectory;
        Client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = address };
        process.OutputDataReceived += (_, line) => Note(line.Data);
        process.ErrorDataReceived += (_, line) => Note(line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The server ended before it was ready:\n{Log}"));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string DataDirectory { get; }

    public Uri Address => Client.BaseAddress!;

    /// <summary>Asks the server without cookies and without following redirections.</summary>
    public HttpClient Client { get; }

    public string Log => string.Join('\n', lines);

    /// <summary>Starts a server on a free port and waits until figures can be read.</summary>
    public static async Task<AnalyticsServer> StartAsync(string dataDirectory)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var server = new AnalyticsServer(
            AnalyticsProgram.Start(dataDirectory, "serve", "--data", dataDirectory, "--urls", address.ToString()), dataDirectory, address);
        try
        {
            await server.ready.Task.WaitAsync(TimeSpan.FromMinutes(5));
            return server;
        }
        catch
        {
            server.process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>Processes that the server has started: the engine.</summary>
    public IReadOnlyList<int> Children() => [.. File
        .ReadAllText($"/proc/{process.Id}/task/{process.Id}/children")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Concat(Directory.EnumerateDirectories($"/proc/{process.Id}/task")
            .SelectMany(task => File.ReadAllText(Path.Combine(task, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries)))
        .Select(id => int.Parse(id, CultureInfo.InvariantCulture))
        .Distinct()];

    /// <summary>Asks the server to stop, as Ctrl-C and systemd do, and waits until it has.</summary>
    /// <returns>Its exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (!process.HasExited)
        {
            using var signal = Process.Start("kill", ["-TERM", process.Id.ToString(CultureInfo.InvariantCulture)]);
            await signal.WaitForExitAsync();
            using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            await process.WaitForExitAsync(patience.Token);
        }

        return process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        Client.Dispose();
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void Note(string? line)
    {
        if (line is null)
        {
            return;
        }

        lines.Enqueue(line);
        if (line.StartsWith("Ready: ", StringComparison.Ordinal))
        {
            ready.TrySetResult(line);
        }
    }
}
