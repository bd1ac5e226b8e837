using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Hosting;

namespace Analytics.Benchmarks;

/// <summary>
/// Publishes a warehouse that holds the demo's payments and recipients many times over, each copy with families and persons of its own,
/// and then what follows from one changed month. The copies are made in ClickHouse: only publishing is measured here.
/// </summary>
internal static class LargeBench
{
    /// <param name="directory">Data directory; it is of no use for anything else afterwards.</param>
    /// <param name="times">How often each fact is there.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task RunAsync(string directory, int times, CancellationToken cancellationToken)
    {
        await using var host = await CommandHost.OpenAsync(directory, cancellationToken);
        await LargeWarehouse.GrowAsync(host, times, "", cancellationToken);
        var rows = await LargeWarehouse.RowsAsync(host, cancellationToken);

        var changed = new Measured();
        foreach (var month in new[] { "2023-06", "2024-09", "2022-02" })
        {
            await LargeWarehouse.ChangeAsync(host, times, month, cancellationToken);
            await changed.AddAsync(() => LargeWarehouse.PublishAsync(host, cancellationToken));
        }

        using var address = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(directory, "engine", "address.json"), cancellationToken));
        var peak = File.ReadLines($"/proc/{address.RootElement.GetProperty("ProcessId")}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        ResultTable.Write(
            string.Create(CultureInfo.InvariantCulture, $"{rows / 1e6:0.0} M payments and recipients, three times one changed month"),
            ["", "median", "slowest"],
            ["publish, s", Seconds(changed.Median), Seconds(changed.Percentile(100))],
            ["peak memory of the engine", peak["VmHWM:".Length..].Trim(), ""]);
    }

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.00", CultureInfo.InvariantCulture);
}
