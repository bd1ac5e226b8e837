using System.Globalization;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Benchmarks;

/// <summary>The demo's payments and recipients many times over, each copy with families and persons of its own; made in ClickHouse.</summary>
internal static class LargeWarehouse
{
    private static readonly string[] Tables = ["fact_benefit_payment", "fact_benefit_recipient"];

    /// <param name="host">Host of the data directory; it is of no use for anything else afterwards.</param>
    /// <param name="times">How often each fact is there.</param>
    /// <param name="month">The month, or the beginning of it, of the facts to copy; empty is all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task GrowAsync(CommandHost host, int times, string month, CancellationToken cancellationToken)
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

    /// <summary>Loads a month anew; the source has each fact once.</summary>
    public static async Task ChangeAsync(CommandHost host, int times, string month, CancellationToken cancellationToken)
    {
        foreach (var process in new[] { "benefit_payments", "benefit_recipients" })
        {
            await host.Get<LoadRun>().LoadAsync(new UnitKey("social", process, UnitPeriod.Parse(month)), LoadOptions.Usual with { AcceptDrop = true }, cancellationToken);
        }

        await GrowAsync(host, times, month, cancellationToken);
    }

    /// <summary>Payments and recipients there are.</summary>
    public static async Task<ulong> RowsAsync(CommandHost host, CancellationToken cancellationToken) => (ulong)(await host.Get<WarehouseConnection>().Loader.ExecuteScalarAsync(
        "SELECT (SELECT count() FROM fact_benefit_payment) + (SELECT count() FROM fact_benefit_recipient)", cancellationToken: cancellationToken))!;

    public static async Task PublishAsync(CommandHost host, CancellationToken cancellationToken)
    {
        var result = await host.Get<PublicationBuilder>().PublishAsync("benchmark", cancellationToken);
        if (result.Outcome != PublishOutcome.Published)
        {
            throw new InvalidOperationException($"Not published: {result.Outcome}.");
        }
    }
}
