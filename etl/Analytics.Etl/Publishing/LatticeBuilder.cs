using System.Globalization;
using Analytics.Etl.Loading;
using Analytics.Warehouse;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;
using ClickHouse.Driver;

namespace Analytics.Etl.Publishing;

/// <summary>Computes the cells of a publication in ClickHouse, measure by measure and year by year.</summary>
public sealed class LatticeBuilder(WarehouseConnection warehouse)
{
    // Many small statements: one thread each and some at a time is faster than one after another on all threads. Only a few,
    // because each holds its keys in memory.
    private static readonly int AtATime = Math.Clamp(Environment.ProcessorCount, 2, 4);

    private readonly ClickHouseClient client = warehouse.Loader;

    /// <param name="number">Number of the new publication.</param>
    /// <param name="previous">Publication whose unchanged years are carried over.</param>
    /// <param name="changes">Years of fact tables that are computed anew.</param>
    /// <param name="stillAllowed">Asked between measures; false means that another worker took over.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task BuildAsync(
        long number, long? previous, IReadOnlySet<(string Fact, int Year)> changes, Func<Task<bool>> stillAllowed, CancellationToken cancellationToken)
    {
        await RollupAsync(cancellationToken);
        var work = MeasureCatalogue.All.SelectMany(measure => Years(measure, changes).Select(year => (measure, year))).ToList();
        var targets = changes.Where(change => change.Fact == "fact_target").Select(change => change.Year).ToList();
        if (previous is { } from)
        {
            await CarryAsync(number, from, work, targets, cancellationToken);
        }

        await Parallel.ForEachAsync(work, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = cancellationToken }, async (one, token) =>
        {
            if (!await stillAllowed())
            {
                throw new OperationCanceledException("Another worker took the publication over.");
            }

            await ComputeAsync(number, one.measure, one.year, token);
        });

        await CountReportedAsync(number, previous, changes, cancellationToken);
        foreach (var year in targets)
        {
            await ExecuteAsync("lattice_targets", cancellationToken, ("publication", (ulong)number), ("year", (ushort)year));
        }
    }

    /// <summary>Removes the cells of a publication, and what is hidden of them.</summary>
    public async Task DropAsync(long number, CancellationToken cancellationToken)
    {
        foreach (var table in new[] { "publication_protection", "hidden_cell", "reported_month", "published_measure" })
        {
            await client.ExecuteNonQueryAsync(
                string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE {table} DROP PARTITION {number}"), cancellationToken: cancellationToken);
        }
    }

    /// <summary>Removes the cells of all publications but these.</summary>
    public async Task KeepOnlyAsync(IReadOnlyCollection<long> kept, CancellationToken cancellationToken)
    {
        var found = new List<long>();
        using (var reader = await client.ExecuteReaderAsync("SELECT publication_id FROM published_measure UNION DISTINCT SELECT publication_id FROM reported_month", cancellationToken: cancellationToken))
        {
            while (reader.Read())
            {
                found.Add((long)reader.GetUInt64(0));
            }
        }

        foreach (var number in found.Except(kept))
        {
            await DropAsync(number, cancellationToken);
        }
    }

    // In which months each district has facts.
    private async Task CountReportedAsync(long number, long? previous, IReadOnlySet<(string Fact, int Year)> changes, CancellationToken cancellationToken)
    {
        if (previous is { } from)
        {
            var anew = changes.Select(change => string.Create(CultureInfo.InvariantCulture, $"{change.Fact}/{change.Year}")).ToArray();
            await ExecuteAsync("carry_reported", cancellationToken, ("publication", (ulong)number), ("previous", (ulong)from), ("anew", anew));
        }

        foreach (var process in Processes.All.Where(process => process.FactColumns.Contains("district_id")))
        {
            foreach (var (_, year) in changes.Where(change => change.Fact == process.FactTable))
            {
                await ExecuteAsync(
                    "count_reported",
                    cancellationToken,
                    ("publication", (ulong)number),
                    ("fact", process.FactTable),
                    ("table", process.FactTable),
                    ("day", process.FactColumns[0]),
                    ("year", (ushort)year));
            }
        }
    }

    // What counts into what, by the settlements that are listed now. The lease of publishing keeps others away.
    private async Task RollupAsync(CancellationToken cancellationToken)
    {
        var places = new List<SettlementPlace>();
        using (var reader = await client.ExecuteReaderAsync(Resources.Text("Publications/settlement_places.sql"), cancellationToken: cancellationToken))
        {
            while (reader.Read())
            {
                places.Add(new SettlementPlace(reader.GetUInt32(0), reader.GetUInt32(1)));
            }
        }

        await client.ReplaceAsync(
            "territory_rollup",
            ["boundaries", "unit_id", "settlement_code", "territory_id", "weight", "valid_from", "valid_to"],
            TerritoryRollup.Of(Territories.Shipped, places).Select(row => new object?[]
            {
                Codes.Code(row.Boundaries), row.UnitId, row.Settlement, row.TerritoryId, row.Weight, row.ValidFrom.AsDate32(), row.ValidTo.AsDate32(),
            }),
            cancellationToken);
    }

    // What entered and left in a year depends on the year before as well.
    private static IEnumerable<int> Years(Measure measure, IReadOnlySet<(string Fact, int Year)> changes) => changes
        .Where(change => change.Fact == measure.Fact)
        .SelectMany(change => measure.LooksBack ? [change.Year, change.Year + 1] : new[] { change.Year })
        .Distinct()
        .Order();

    private Task<int> CarryAsync(
        long number, long previous, IReadOnlyCollection<(Measure Measure, int Year)> computed, IReadOnlyCollection<int> targets, CancellationToken cancellationToken)
    {
        // A measure and a year as one text: ClickHouse takes no list of pairs as a parameter.
        var anew = computed.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Measure.Name}/{one.Year}"))
            .Concat(targets.Select(year => string.Create(CultureInfo.InvariantCulture, $"target/{year}")))
            .ToArray();
        return ExecuteAsync("carry_years", cancellationToken, ("publication", (ulong)number), ("previous", (ulong)previous), ("anew", anew));
    }

    private Task<int> ComputeAsync(long number, Measure measure, int year, CancellationToken cancellationToken)
    {
        (string, object)[] common = [("publication", (ulong)number), ("measure", measure.Name), ("view", measure.View), ("year", (ushort)year)];
        return measure.Rule switch
        {
            MeasureRule.Sum => ExecuteAsync("lattice_sum", cancellationToken, common),
            MeasureRule.Median => ExecuteAsync("lattice_median", cancellationToken, common),
            MeasureRule.Stock => ExecuteAsync("lattice_stock", cancellationToken, common),
            _ => ExecuteAsync(
                "lattice_distinct",
                cancellationToken,
                [.. common, ("first_year", (ushort)(measure.LooksBack ? year - 1 : year)), ("rule", Codes.Code(measure.Rule))]),
        };
    }

    private Task<int> ExecuteAsync(string file, CancellationToken cancellationToken, params (string Name, object Value)[] parameters) => client.ExecuteNonQueryAsync(
        Resources.Text($"Publications/{file}.sql"), Parameters.Of(parameters), cancellationToken: cancellationToken);
}
