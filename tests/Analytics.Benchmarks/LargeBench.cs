using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Benchmarks;

/// <summary>
/// Publishes a warehouse that holds the demo's payments and recipients many times over, each copy with families and persons of its own,
/// and then what follows from one changed month. The copies are made in ClickHouse: only publishing is measured here.
/// </summary>
internal static class LargeBench
{
    private static readonly string[] Tables = ["fact_benefit_payment", "fact_benefit_recipient"];

    /// <param name="directory">Data directory; it is of no use for anything else afterwards.</param>
    /// <param name="times">How often each fact is there.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task RunAsync(string directory, int times, CancellationToken cancellationToken)
    {
        await using var host = await CommandHost.OpenAsync(directory, cancellationToken);
        var warehouse = host.Get<WarehouseConnection>();
        await CopyAsync(host, times, "", cancellationToken);
        var rows = (ulong)(await warehouse.Loader.ExecuteScalarAsync(
            "SELECT (SELECT count() FROM fact_benefit_payment) + (SELECT count() FROM fact_benefit_recipient)", cancellationToken: cancellationToken))!;

        var load = host.Get<LoadRun>();
        var changed = new Measured();
        foreach (var month in new[] { "2023-06", "2024-09", "2022-02" })
        {
            foreach (var process in new[] { "benefit_payments", "benefit_recipients" })
            {
                await load.LoadAsync(new UnitKey("social", process, UnitPeriod.Parse(month)), LoadOptions.Usual with { AcceptDrop = true }, cancellationToken);
            }

            // The source has each fact once.
            await CopyAsync(host, times, month, cancellationToken);
            await changed.AddAsync(() => PublishAsync(host, cancellationToken));
        }

        using var address = JsonDocument.Parse(await File.ReadAllBytesAsync(Path.Combine(directory, "engine", "address.json"), cancellationToken));
        var peak = File.ReadLines($"/proc/{address.RootElement.GetProperty("ProcessId")}/status").First(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
        ResultTable.Write(
            string.Create(CultureInfo.InvariantCulture, $"{rows / 1e6:0.0} M payments and recipients, three times one changed month"),
            ["", "median", "slowest"],
            ["publish, s", Seconds(changed.Median), Seconds(changed.Percentile(100))],
            ["peak memory of the engine", peak["VmHWM:".Length..].Trim(), ""]);
    }

    private static async Task CopyAsync(CommandHost host, int times, string month, CancellationToken cancellationToken)
    {
        var warehouse = host.Get<WarehouseConnection>();
        foreach (var (table, key) in Tables.Zip(["household_key", "person_key"]))
        {
            await warehouse.Loader.ExecuteNonQueryAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"""
                    INSERT INTO {table}
                    SELECT f.* REPLACE (f.row_id + copy * 1000000000 AS row_id, intHash64(bitXor(f.{key}, copy)) AS {key})
                    FROM {table} AS f CROSS JOIN (SELECT number + 1 AS copy FROM numbers({times - 1})) AS copies
                    WHERE startsWith(toString(f.month), '{month}')
                    SETTINGS max_partitions_per_insert_block = 0
                    """),
                cancellationToken: cancellationToken);
        }

        // Publishing compares the rows with the ledger.
        await using var context = await host.Get<ControlDatabase>().OpenAsync(cancellationToken);
        await context.Units
            .Where(unit => (unit.Process == "benefit_payments" || unit.Process == "benefit_recipients") && unit.Period.StartsWith(month))
            .ExecuteUpdateAsync(unit => unit.SetProperty(one => one.RowCount, one => one.RowCount * times), cancellationToken);
    }

    private static async Task PublishAsync(CommandHost host, CancellationToken cancellationToken)
    {
        var result = await host.Get<PublicationBuilder>().PublishAsync("benchmark", cancellationToken);
        if (result.Outcome != PublishOutcome.Published)
        {
            throw new InvalidOperationException($"Not published: {result.Outcome}.");
        }
    }

    private static string Seconds(double milliseconds) => (milliseconds / 1000).ToString("0.00", CultureInfo.InvariantCulture);
}
