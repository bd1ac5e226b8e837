using System.Globalization;
using Analytics.Warehouse;
using Analytics.Warehouse.Engine;
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

        foreach (var year in targets)
        {
            await ExecuteAsync("lattice_targets", cancellationToken, ("publication", (ulong)number), ("year", (ushort)year));
        }
    }

    /// <summary>Removes the cells of a publication, and what is hidden of them.</summary>
    public async Task DropAsync(long number, CancellationToken cancellationToken)
    {
        foreach (var table in new[] { "publication_protection", "hidden_cell", "published_measure" })
        {
            await client.ExecuteNonQueryAsync(
                string.Create(CultureInfo.InvariantCulture, $"ALTER TABLE {table} DROP PARTITION {number}"), cancellationToken: cancellationToken);
        }
    }

    /// <summary>Removes the cells of all publications but these.</summary>
    public async Task KeepOnlyAsync(IReadOnlyCollection<long> kept, CancellationToken cancellationToken)
    {
        var found = new List<long>();
        using (var reader = await client.ExecuteReaderAsync("SELECT DISTINCT publication_id FROM published_measure", cancellationToken: cancellationToken))
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
                [.. common, ("first_year", (ushort)(measure.LooksBack ? year - 1 : year)), ("rule", Warehouse.Indicators.Codes.Code(measure.Rule))]),
        };
    }

    private Task<int> ExecuteAsync(string file, CancellationToken cancellationToken, params (string Name, object Value)[] parameters) => client.ExecuteNonQueryAsync(
        Resources.Text($"Publications/{file}.sql"), Parameters.Of(parameters), cancellationToken: cancellationToken);
}
