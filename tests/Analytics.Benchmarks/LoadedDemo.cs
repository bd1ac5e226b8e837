using System.Diagnostics;
using System.Globalization;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;

namespace Analytics.Benchmarks;

/// <summary>A data directory with the demo loaded and published.</summary>
internal sealed class LoadedDemo : IDisposable
{
    private readonly TemporaryFolder? folder;

    private LoadedDemo(string? directory)
    {
        folder = directory is null ? new TemporaryFolder() : null;
        Directory = directory ?? folder!.Path;
    }

    public string Directory { get; }

    public static async Task<LoadedDemo> PrepareAsync(string? directory, CancellationToken cancellationToken)
    {
        var demo = new LoadedDemo(directory);
        await AnalyticsSettings.Read(demo.Directory).PrepareDemoAsync(null, cancellationToken);
        await using var host = await CommandHost.OpenAsync(demo.Directory, cancellationToken);
        var checking = new Measured();
        var (due, _) = await checking.AddAsync(() => host.Get<LoadRun>().FindDueAsync(null, null, static _ => true, mark: true, withHeld: false, cancellationToken));
        if (due.Count > 0)
        {
            await LoadAsync(host, due, checking.Median, cancellationToken);
        }

        return demo;
    }

    public void Dispose() => folder?.Dispose();

    private static async Task LoadAsync(CommandHost host, IReadOnlyList<UnitKey> due, double checkMilliseconds, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        var rows = 0L;
        foreach (var unit in due)
        {
            rows += (await host.Get<LoadRun>().LoadAsync(unit, LoadOptions.Usual, cancellationToken)).Rows;
        }

        var loaded = Stopwatch.GetElapsedTime(started).TotalMilliseconds;
        var publishing = new Measured();
        await publishing.AddAsync(() => host.Get<PublicationBuilder>().PublishAsync("benchmark", cancellationToken));
        ResultTable.Write(
            "The demo for the first time",
            ["step", "seconds", "each"],
            ["find what is due", Seconds(checkMilliseconds), ""],
            [$"load {due.Count} units", Seconds(loaded), string.Create(CultureInfo.InvariantCulture, $"{loaded / due.Count:0} ms a unit, {rows / loaded * 1000:0} rows/s")],
            ["publish", Seconds(publishing.Median), ""]);
    }

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.0", CultureInfo.InvariantCulture);
}
