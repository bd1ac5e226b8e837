using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Analytics.Warehouse.Engine;

namespace Analytics.ChaosTests.Servers;

/// <summary>An `analytics serve` that is started again when it ends, as a service manager does. It can be killed, paused and given another clock.</summary>
public sealed class AnalyticsHost : IAsyncDisposable
{
    private const string FakeTime = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

    private readonly string data;
    private readonly IReadOnlyDictionary<string, string> settings;
    private readonly bool hasOwnClock;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task supervision;
    private Process? process;

    /// <param name="name">Name, in reports.</param>
    /// <param name="data">Its data directory.</param>
    /// <param name="settings">Settings, as in the environment.</param>
    /// <param name="hasOwnClock">True to let the clock be shifted.</param>
    public AnalyticsHost(string name, string data, IReadOnlyDictionary<string, string> settings, bool hasOwnClock)
    {
        Name = name;
        this.data = data;
        this.settings = settings;
        this.hasOwnClock = hasOwnClock;
        Port = FreePort.Choose(0);
        Client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{Port}"), Timeout = TimeSpan.FromSeconds(10) };
        ShiftClock(0);
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

    /// <summary>Lets the host's clock jump, while it runs.</summary>
    public void ShiftClock(int hours) => File.WriteAllText(ClockFile, string.Create(CultureInfo.InvariantCulture, $"{(hours < 0 ? "-" : "+")}{Math.Abs(hours)}h\n"));

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        Resume();
        Kill();
        await supervision;
        Client.Dispose();
        stopping.Dispose();
    }

    private string ClockFile => data + ".clock";

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
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        if (hasOwnClock)
        {
            start.Environment["LD_PRELOAD"] = FakeTime;
            start.Environment["FAKETIME_TIMESTAMP_FILE"] = ClockFile;
            start.Environment["FAKETIME_CACHE_DURATION"] = "1";
            start.Environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";
            start.Environment["DONT_FAKE_MONOTONIC"] = "1";
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
