using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;

namespace Analytics.Etl.Alerts;

/// <summary>
/// Turns what became of checks and loads into alerts, one a cause: a source that is away is one alert and not one for each of its
/// units, and so is an engine that is away.
/// </summary>
public sealed class LoadAlerts(AlertLedger alerts, SourceChecks checks, DriftLedger drifts, WarehouseWatch warehouse)
{
    private static readonly AlertKind[] OfUnits = [AlertKind.UnitFailed, AlertKind.QuarantineThreshold, AlertKind.SuddenDrop];

    /// <summary>The source answers.</summary>
    public Task ReachedAsync(ISource source, CancellationToken cancellationToken) =>
        alerts.ResolveAsync([AlertKind.SourceUnreachable], source.Name, cancellationToken);

    /// <summary>A table was compared with the warehouse.</summary>
    public async Task ComparedAsync(Mapping mapping, CancellationToken cancellationToken)
    {
        await checks.NoteAsync(mapping.Source, mapping.Process.Name, CheckOutcome.Compared, "", cancellationToken);
        await alerts.ResolveAsync([AlertKind.ContractBroken], Cause(mapping), cancellationToken);
    }

    /// <summary>Everything was looked at: what is no longer asked for, a file that was taken away or a source that left the settings, needs nobody's attention.</summary>
    public async Task ForgetOthersAsync(IReadOnlyCollection<(ISource Source, Mapping Mapping)> feeds, CancellationToken cancellationToken)
    {
        await alerts.ResolveOthersAsync(AlertKind.ContractBroken, [.. feeds.Select(feed => Cause(feed.Mapping))], cancellationToken);
        await alerts.ResolveOthersAsync(AlertKind.SourceUnreachable, [.. feeds.Select(feed => feed.Source.Name).Distinct()], cancellationToken);
    }

    /// <summary>The source cannot be reached.</summary>
    public async Task UnreachableAsync(ISource source, IEnumerable<Mapping> mappings, SourceException exception, CancellationToken cancellationToken)
    {
        foreach (var mapping in mappings)
        {
            await checks.NoteAsync(source.Name, mapping.Process.Name, CheckOutcome.Unreachable, exception.Message, cancellationToken);
        }

        await alerts.RaiseAsync(AlertKind.SourceUnreachable, source.Name, exception.Told, cancellationToken);
    }

    /// <summary>A table could not be compared: because the source went away meanwhile, or because its mapping is wrong.</summary>
    public async Task NotComparedAsync(ISource source, Mapping mapping, SourceException exception, CancellationToken cancellationToken)
    {
        if (await UnreachableAsync(source, cancellationToken) is { } away)
        {
            await UnreachableAsync(source, [mapping], away, cancellationToken);
            return;
        }

        // A transaction that another table's mapping broke is no fault of this one: asked for itself, it tells.
        var own = await BrokenAsync(source, mapping, withTotals: true, cancellationToken);
        await checks.NoteAsync(source.Name, mapping.Process.Name, CheckOutcome.ContractBroken, (own ?? exception).Message, cancellationToken);
        if (own is not null)
        {
            // What the check was told says also what changed at the source.
            var told = exception.Message.StartsWith(own.Message, StringComparison.Ordinal) ? exception.Told : own.Told;
            await alerts.RaiseAsync(AlertKind.ContractBroken, Cause(mapping), told, cancellationToken);
        }
    }

    /// <summary>A load has ended.</summary>
    public async Task EndedAsync(ISource source, Mapping mapping, LoadResult result, CancellationToken cancellationToken)
    {
        switch (result.Outcome)
        {
            case LoadOutcome.Loaded:
                await drifts.ForgetAsync(result.Unit, cancellationToken);
                await alerts.ResolveAsync([.. OfUnits, AlertKind.Drift], result.Unit.ToString(), cancellationToken);
                break;
            case LoadOutcome.Held:
                await RaiseAsync(AlertKind.SuddenDrop, result, cancellationToken);
                break;
            case LoadOutcome.Failed when await warehouse.IsAwayAsync(cancellationToken) is { } reason:
                await alerts.RaiseAsync(AlertKind.WarehouseUnreachable, WarehouseWatch.Cause, reason, cancellationToken);
                break;
            case LoadOutcome.Failed when await UnreachableAsync(source, cancellationToken) is { } away:
                await alerts.RaiseAsync(AlertKind.SourceUnreachable, source.Name, away.Told, cancellationToken);
                break;
            case LoadOutcome.Failed when await BrokenAsync(source, mapping, withTotals: false, cancellationToken) is { } broken:
                await alerts.RaiseAsync(AlertKind.ContractBroken, Cause(mapping), broken.Told, cancellationToken);
                break;
            case LoadOutcome.Failed:
                await RaiseAsync(result.Quarantined > 0 ? AlertKind.QuarantineThreshold : AlertKind.UnitFailed, result, cancellationToken);
                break;
        }
    }

    // What holds a unit back now takes the place of what held it back before.
    private async Task RaiseAsync(AlertKind kind, LoadResult result, CancellationToken cancellationToken)
    {
        await alerts.RaiseAsync(kind, result.Unit.ToString(), result.Told, cancellationToken);
        await alerts.ResolveAsync([.. OfUnits.Where(other => other != kind)], result.Unit.ToString(), cancellationToken);
    }

    private static async Task<SourceException?> UnreachableAsync(ISource source, CancellationToken cancellationToken)
    {
        try
        {
            await using var snapshot = await source.BeginSnapshotAsync(cancellationToken);
            return null;
        }
        catch (SourceException exception)
        {
            return exception;
        }
    }

    private static async Task<SourceException?> BrokenAsync(ISource source, Mapping mapping, bool withTotals, CancellationToken cancellationToken)
    {
        try
        {
            await using var snapshot = await source.BeginSnapshotAsync(cancellationToken);
            await snapshot.CheckContractAsync(mapping, cancellationToken);
            _ = withTotals ? await snapshot.AllTotalsAsync(mapping, cancellationToken) : null;
            return null;
        }
        catch (SourceException exception)
        {
            return exception;
        }
    }

    private static string Cause(Mapping mapping) => $"{mapping.Source}/{mapping.Process.Name}";
}
