using Analytics.Etl.Alerts;
using Analytics.Etl.Publishing;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;

namespace Analytics.Etl.Loading;

/// <summary>
/// Compares every unit anew: the source's totals now, what ClickHouse holds now, and the ledger. What differs is looked at again,
/// so that a load at work is no false alarm; what still differs is drift: it is kept, and an alert.
/// </summary>
public sealed class Verification(
    SourceRegistry sources,
    UnitLedger ledger,
    Leases leases,
    LoadRun loads,
    WarehouseConnection warehouse,
    PublicationAudit audit,
    DriftLedger drifts,
    DriftAlerts driftAlerts,
    LoadAlerts loadAlerts,
    TimeProvider clock)
{
    private const int Looks = 10;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <param name="settle">True to load a unit whose source has changed since its last load, before it is judged; false only compares.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<VerificationResult> RunAsync(bool settle, CancellationToken cancellationToken)
    {
        var id = await drifts.BeginAsync(cancellationToken);
        var units = new List<VerifiedUnit>();
        var busy = new List<UnitKey>();
        var failures = new List<string>();
        foreach (var feeds in sources.Feeds().GroupBy(feed => feed.Source))
        {
            try
            {
                var suspects = new List<(Mapping Mapping, VerifiedUnit Unit)>();
                await using (var snapshot = await feeds.Key.BeginSnapshotAsync(cancellationToken))
                {
                    await loadAlerts.ReachedAsync(feeds.Key, cancellationToken);
                    foreach (var (_, mapping) in feeds)
                    {
                        try
                        {
                            var compared = await CompareAsync(snapshot, mapping, cancellationToken);
                            units.AddRange(compared.Where(unit => unit.Difference.Length == 0));
                            suspects.AddRange(compared.Where(unit => unit.Difference.Length > 0).Select(unit => (mapping, unit)));
                            await loadAlerts.ComparedAsync(mapping, cancellationToken);
                        }
                        catch (SourceException exception)
                        {
                            failures.Add(exception.Message);
                            await loadAlerts.NotComparedAsync(feeds.Key, mapping, exception, cancellationToken);
                        }
                    }
                }

                foreach (var (mapping, suspect) in suspects)
                {
                    if (await LookAgainAsync(feeds.Key, mapping, suspect.Unit, settle, cancellationToken) is { } unit)
                    {
                        units.Add(unit);
                    }
                    else
                    {
                        busy.Add(suspect.Unit);
                    }
                }
            }
            catch (SourceException exception)
            {
                failures.Add(exception.Message);
                await loadAlerts.UnreachableAsync(feeds.Key, feeds.Select(feed => feed.Mapping), exception, cancellationToken);
            }
        }

        var result = new VerificationResult(
            [.. units.OrderBy(unit => unit.Unit.ToString(), StringComparer.Ordinal)], busy, failures, await audit.RunAsync(cancellationToken));
        await driftAlerts.ShowAsync(result, cancellationToken);
        await drifts.EndAsync(id, result, cancellationToken);
        return result;
    }

    /// <summary>Has the units loaded anew whose rows in the warehouse are not those that were verified.</summary>
    public async Task<IReadOnlyList<UnitKey>> RepairAsync(VerificationResult result, CancellationToken cancellationToken)
    {
        var units = result.Differing.Where(unit => unit.IsInWarehouse).Select(unit => unit.Unit).ToList();
        foreach (var unit in units)
        {
            await ledger.MarkChangedAsync(unit, cancellationToken);
        }

        return units;
    }

    // One statement for all of the source's units, one for all of ClickHouse's.
    private async Task<IReadOnlyList<VerifiedUnit>> CompareAsync(ISourceSnapshot snapshot, Mapping mapping, CancellationToken cancellationToken)
    {
        await snapshot.CheckContractAsync(mapping, cancellationToken);
        var atSource = await snapshot.AllTotalsAsync(mapping, cancellationToken);
        var known = (await ledger.OfAsync(mapping.Source, mapping.Process.Name, cancellationToken)).ToDictionary(row => UnitPeriod.Parse(row.Period));
        var stored = (await FactTable.AllTotalsAsync(warehouse.Loader, mapping.Process, mapping.Source, cancellationToken))
            .ToDictionary(unit => UnitPeriod.OfPartition(unit.Key), unit => unit.Value);
        return [.. atSource.Keys.Union(known.Keys).Union(stored.Keys).Select(period => UnitComparison.Of(
            new UnitKey(mapping.Source, mapping.Process.Name, period),
            atSource.GetValueOrDefault(period),
            known.GetValueOrDefault(period),
            stored.GetValueOrDefault(period),
            clock.GetUtcNow()))];
    }

    // Null when the unit was being loaded at every look.
    private async Task<VerifiedUnit?> LookAgainAsync(ISource source, Mapping mapping, UnitKey unit, bool settle, CancellationToken cancellationToken)
    {
        for (var look = 1; look <= Looks; look++)
        {
            if (await IsBusyAsync(mapping, unit, cancellationToken))
            {
                await Task.Delay(Pause, clock, cancellationToken);
                continue;
            }

            var before = await KnownAsync(unit, cancellationToken);
            var again = UnitComparison.Of(unit, await AtSourceAsync(source, mapping, unit.Period, cancellationToken), before, await StoredAsync(mapping, unit, cancellationToken), clock.GetUtcNow());
            var after = await KnownAsync(unit, cancellationToken);
            if (before?.LoadId != after?.LoadId || before?.State != after?.State || await IsBusyAsync(mapping, unit, cancellationToken))
            {
                continue;
            }

            if (again.Difference.Length == 0 || again.IsInWarehouse || !settle)
            {
                return again;
            }

            settle = false;
            await loads.LoadAsync(unit, LoadOptions.Usual, cancellationToken);
        }

        return null;
    }

    private async Task<bool> IsBusyAsync(Mapping mapping, UnitKey unit, CancellationToken cancellationToken) =>
        (await leases.LiveNamesAsync(cancellationToken)).Contains(UnitLoad.LeaseName(mapping.Process, unit.Period));

    private async Task<LoadUnitRow?> KnownAsync(UnitKey unit, CancellationToken cancellationToken) =>
        (await ledger.OfAsync(unit.Source, unit.Process, cancellationToken)).SingleOrDefault(row => row.Period == unit.Period.Code);

    private async Task<FactTotals?> StoredAsync(Mapping mapping, UnitKey unit, CancellationToken cancellationToken) => unit.Period.IsUndated
        ? null
        : await FactTable.TotalsAsync(warehouse.Loader, mapping.Process.FactTable, mapping.Process, unit, cancellationToken);

    private static async Task<UnitTotals> AtSourceAsync(ISource source, Mapping mapping, UnitPeriod period, CancellationToken cancellationToken)
    {
        await using var snapshot = await source.BeginSnapshotAsync(cancellationToken);
        await snapshot.CheckContractAsync(mapping, cancellationToken);
        return await snapshot.TotalsAsync(mapping, period, cancellationToken);
    }
}
