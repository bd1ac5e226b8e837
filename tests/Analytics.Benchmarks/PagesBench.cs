using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using Analytics.Dashboard.Hosting;

namespace Analytics.Benchmarks;

/// <summary>The pages: how long the server takes for each, and what a hundred readers at once wait.</summary>
internal static class PagesBench
{
    private const int Repetitions = 40, Readers = 100;

    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(20);

    private static readonly string[] Pages =
    [
        "/?period=2025", "/?period=2025&kiosk=1", "/coverage?period=2025", "/spending?period=2025", "/grants?period=2025", "/employment?period=2025", "/packages?period=2025", "/outreach?period=2025",
        "/districts/oskemen?period=2025", "/districts/vko?period=2025", "/compare?period=2024&with=2020&boundaries=common", "/figures/families/vko?period=2025", "/targets?period=2025-01..06",
        "/targets?period=2021-01..06&indicator=placements&territory=all", "/data",
    ];

    /// <param name="directory">Data directory.</param>
    /// <param name="times">How often each payment and recipient is to be there; 1 leaves the demo as it is.</param>
    /// <param name="rounds">Rounds.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task RunAsync(string directory, int times, int rounds, CancellationToken cancellationToken)
    {
        ulong rows;
        await using (var host = await CommandHost.OpenAsync(directory, cancellationToken))
        {
            if (times > 1)
            {
                await LargeWarehouse.GrowAsync(host, times, "", cancellationToken);
                await LargeWarehouse.ChangeAsync(host, times, "2025-06", cancellationToken);
                await LargeWarehouse.PublishAsync(host, cancellationToken);
            }

            rows = await LargeWarehouse.RowsAsync(host, cancellationToken);
        }

        await using var server = await WebServer.StartAsync(directory, cancellationToken);
        using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.Brotli, UseCookies = false }) { BaseAddress = server.Address };
        await ServerTimesAsync(http, rows, rounds, cancellationToken);
        await ManyReadersAsync(server.Address, cancellationToken);
    }

    private static async Task ServerTimesAsync(HttpClient http, ulong rows, int rounds, CancellationToken cancellationToken)
    {
        var (made, kept) = (Pages.ToDictionary(page => page, _ => new Measured()), Pages.ToDictionary(page => page, _ => new Measured()));
        for (var run = -10; run < rounds * Repetitions; run++)
        {
            foreach (var page in Pages)
            {
                // An address that nobody asked for before is made anew.
                var fresh = string.Create(CultureInfo.InvariantCulture, $"{page}{(page.Contains('?', StringComparison.Ordinal) ? '&' : '?')}run={run}");
                await (run < 0 ? new Measured() : made[page]).AddAsync(() => http.GetByteArrayAsync(fresh, cancellationToken));
                await (run < 0 ? new Measured() : kept[page]).AddAsync(() => http.GetByteArrayAsync(page, cancellationToken));
            }
        }

        ResultTable.Write(
            string.Create(CultureInfo.InvariantCulture, $"Pages, {rows / 1e6:0.0} M payments and recipients, {rounds * Repetitions} times in turns"),
            ["page", "made: p50, ms", "p95, ms", "kept: p50, ms", "p95, ms"],
            [.. Pages.Select(page => new[] { page, Number(made[page].Median), Number(made[page].Percentile(95)), Number(kept[page].Median), Number(kept[page].Percentile(95)) })]);
    }

    private static async Task ManyReadersAsync(Uri address, CancellationToken cancellationToken)
    {
        var (waits, failures) = (new ConcurrentBag<double>(), 0);
        using var end = new CancellationTokenSource(Reading);
        await Task.WhenAll(Enumerable.Range(0, Readers).Select(async reader =>
        {
            // Each reader is a browser of its own: connection, cookies and what it has been sent.
            using var http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.Brotli }) { BaseAddress = address };
            for (var turn = reader; !end.IsCancellationRequested; turn++)
            {
                var started = Stopwatch.GetTimestamp();
                using var answer = await http.GetAsync(new Uri(Pages[turn % Pages.Length], UriKind.Relative), cancellationToken);
                await answer.Content.ReadAsByteArrayAsync(cancellationToken);
                waits.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    Interlocked.Increment(ref failures);
                }
            }
        }));

        var sorted = waits.Order().ToList();
        ResultTable.Write(
            string.Create(CultureInfo.InvariantCulture, $"{Readers} readers at once without a pause, {Reading.TotalSeconds} s, all pages in turns, the driver on the same machine"),
            ["pages a second", "p50, ms", "p95, ms", "slowest, ms", "errors"],
            [Number(sorted.Count / Reading.TotalSeconds), Number(sorted[sorted.Count / 2]), Number(sorted[sorted.Count * 95 / 100]), Number(sorted[^1]), failures.ToString(CultureInfo.InvariantCulture)]);
    }

    private static string Number(double value) => value.ToString("0.0", CultureInfo.InvariantCulture);
}
