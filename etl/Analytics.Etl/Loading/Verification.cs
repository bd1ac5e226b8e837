using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;

namespace Analytics.Etl.Loading;

/// <summary>Compares source and warehouse anew, without loading: the source's totals now, and what ClickHouse holds now, with the ledger.</summary>
public sealed class Verification(SourceRegistry sources, UnitLedger ledger, WarehouseConnection warehouse)
{
    /// <returns>Every unit known to the ledger or the source; an empty difference means that all three agree.</returns>
    public async Task<IReadOnlyList<VerifiedUnit>> RunAsync(CancellationToken cancellationToken)
    {
        var result = new List<VerifiedUnit>();
        foreach (var feeds in sources.Feeds().GroupBy(feed => feed.Source))
        {
            // A file that cannot be read keeps its last verified rows; the others are still compared.
            if (feeds.Key.Options.Kind == SourceKind.Folder && await UnreadableAsync(feeds, cancellationToken) is { } reason)
            {
                result.Add(new VerifiedUnit(new UnitKey(feeds.Key.Name, feeds.First().Mapping.Process.Name, UnitPeriod.Undated), reason));
                continue;
            }

            await using var snapshot = await feeds.Key.BeginSnapshotAsync(cancellationToken);
            foreach (var (_, mapping) in feeds)
            {
                await snapshot.CheckContractAsync(mapping, cancellationToken);
                var atSource = await snapshot.AllTotalsAsync(mapping, cancellationToken);
                var known = (await ledger.OfAsync(mapping.Source, mapping.Process.Name, cancellationToken)).ToDictionary(row => UnitPeriod.Parse(row.Period));
                foreach (var period in atSource.Keys.Union(known.Keys).OrderBy(period => period.Code, StringComparer.Ordinal))
                {
                    var unit = new UnitKey(mapping.Source, mapping.Process.Name, period);
                    result.Add(new VerifiedUnit(unit, await DifferenceAsync(mapping.Process, unit, atSource.GetValueOrDefault(period), known.GetValueOrDefault(period), cancellationToken)));
                }
            }
        }

        return result;
    }

    private static async Task<string?> UnreadableAsync(IGrouping<ISource, (ISource, Mapping Mapping)> feeds, CancellationToken cancellationToken)
    {
        try
        {
            await using var snapshot = await feeds.Key.BeginSnapshotAsync(cancellationToken);
            await snapshot.CheckContractAsync(feeds.First().Mapping, cancellationToken);
            return null;
        }
        catch (SourceException exception)
        {
            return exception.Message;
        }
    }

    private async Task<string> DifferenceAsync(Process process, UnitKey unit, UnitTotals? source, LoadUnitRow? known, CancellationToken cancellationToken)
    {
        source ??= new UnitTotals();
        if (known is null || known.LoadId == 0)
        {
            return source.Rows == 0 ? "" : $"never loaded; the source holds {source.Rows} rows";
        }

        if (known.Fingerprint != source.Fingerprint())
        {
            return $"the source holds {source.Rows} rows that differ from those last verified";
        }

        if (unit.Period.IsUndated)
        {
            return "";
        }

        var stored = await FactTable.TotalsAsync(warehouse.Loader, process.FactTable, process, unit, cancellationToken);
        return stored.Rows == known.RowCount && stored.MoneyTiyn == known.MoneyTiyn && stored.Fingerprint == known.TargetFingerprint
            ? ""
            : $"the warehouse holds {stored.Rows} rows that differ from the {known.RowCount} last verified";
    }
}
