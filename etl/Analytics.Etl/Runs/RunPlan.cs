using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;

namespace Analytics.Etl.Runs;

/// <summary>Finds the units of a run.</summary>
public sealed class RunPlan(SourceRegistry sources, UnitLedger ledger, LoadRun loads)
{
    /// <summary>Units with the number of their rows at the source, and what could not be looked at.</summary>
    /// <param name="kind">A backfill is of every unit of the range, all else of what differs from its source.</param>
    /// <param name="scope">The range.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(IReadOnlyDictionary<UnitKey, long> Units, IReadOnlyList<LoadMessage> Failures)> FindAsync(
        RunKind kind, RunScope scope, CancellationToken cancellationToken)
    {
        if (kind == RunKind.Backfill)
        {
            return await FindAllAsync(scope, cancellationToken);
        }

        var (due, failures) = await loads.FindDueAsync(scope.Source, scope.Process, scope.Wants, mark: true, withHeld: kind != RunKind.Check, cancellationToken);
        var rows = (await ledger.AllAsync(cancellationToken)).ToDictionary(UnitKey.Of, row => row.SourceRows);
        return (due.ToDictionary(unit => unit, unit => rows.GetValueOrDefault(unit)), failures);
    }

    /// <summary>Units in which rows were written since the last check, where a source says so.</summary>
    public Task<IReadOnlyDictionary<UnitKey, long>> FindTouchedAsync(CancellationToken cancellationToken) => loads.FindTouchedAsync(cancellationToken);

    // What the source has in the range, and what the ledger knows of it: rows that are gone at the source must go here too.
    private async Task<(IReadOnlyDictionary<UnitKey, long> Units, IReadOnlyList<LoadMessage> Failures)> FindAllAsync(RunScope scope, CancellationToken cancellationToken)
    {
        var units = new Dictionary<UnitKey, long>();
        var failures = new List<LoadMessage>();
        foreach (var feeds in sources.Feeds(scope.Source, scope.Process).GroupBy(feed => feed.Source))
        {
            try
            {
                await using var snapshot = await feeds.Key.BeginSnapshotAsync(cancellationToken);
                foreach (var (_, mapping) in feeds)
                {
                    await snapshot.CheckContractAsync(mapping, cancellationToken);
                    var atSource = await snapshot.AllTotalsAsync(mapping, cancellationToken);
                    var known = await ledger.OfAsync(mapping.Source, mapping.Process.Name, cancellationToken);
                    foreach (var period in atSource.Keys.Union(known.Select(row => UnitPeriod.Parse(row.Period))).Where(scope.Wants))
                    {
                        units[new UnitKey(mapping.Source, mapping.Process.Name, period)] = atSource.GetValueOrDefault(period).Rows;
                    }
                }
            }
            catch (SourceException exception)
            {
                failures.Add(exception.Told);
            }
        }

        return (units, failures);
    }
}
