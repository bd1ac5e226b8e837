using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Analytics.Warehouse.Engine;

namespace Analytics.ChaosTests.Servers;

/// <summary>An `analytics serve` that is started again when it ends, as a service manager does. It can be killed and paused.</summary>
public sealed class AnalyticsHost : IAsyncDisposable
{
    private readonly string data;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly ShiftedClock? clock;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task supervision;
    private Process? process;

    /// <param name="name">Name, in reports.</param>
    /// <param name="data">Its data directory.</param>
    /// <param name="settings">Settings, as in the environment.</param>
    /// <param name="clock">A clock of its own, or null.</param>
    public AnalyticsHost(string name, string data, IReadOnlyDictionary<string, string> settings, ShiftedClock? clock)
    {
        Name = name;
        this.data = data;
        this.settings = settings;
        this.clock = clock;
        Port = FreePort.Choose(0);
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}"), Timeout = TimeSpan.FromSeconds(10) };
        supervision = SuperviseAsync();
    }

    public string Name { get; }

    public int Port { get; }

    public HttpClient Client { get; }

    /// <summary>Lines of its output that nobody has taken yet.</summary>
    public ConcurrentQueue<string> Lines { get; } = new();

    /// <summary>kill -9; it is started again at once.</summary>
    public void Kill()
    {
        try
        {
            process?.Kill();
        }
        catch (InvalidOperationException)
        {
            // Between two lives.
        }
    }

    public void Pause() => Signal("-STOP");

    public void Resume() => Signal("-CONT");

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        Resume();
        Kill();
        await supervision;
        Client.Dispose();
        stopping.Dispose();
    }

    private async Task SuperviseAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            using var started = Start();
            process = started;
            started.OutputDataReceived += (_, line) => Note(line.Data);
            started.ErrorDataReceived += (_, line) => Note(line.Data);
            started.BeginOutputReadLine();
            started.BeginErrorReadLine();
            if (stopping.IsCancellationRequested)
            {
                Kill();
            }

            await started.WaitForExitAsync();
            Note($"ended with {started.ExitCode}");
            await Task.Delay(TimeSpan.FromMilliseconds(300), stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(
            Path.Combine(AppContext.BaseDirectory, "analytics"), ["serve", "--role", "all", "--no-demo", "--data", data, "--urls", Client.BaseAddress!.ToString()])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        };
        foreach (var (name, value) in settings.Concat(clock?.Environment ?? []))
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    private void Signal(string signal)
    {
        if (process is { } running && !HasExited(running))
        {
            using var kill = Process.Start("kill", [signal, running.Id.ToString(CultureInfo.InvariantCulture)]);
            kill.WaitForExit();
        }
    }

    private static bool HasExited(Process process)
    {
        try
        {
            return process.HasExited;
        }
        catch (InvalidOperationException)
        {
            return true;
        }
    }

    private void Note(string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            Lines.Enqueue(line);
        }
    }
}
