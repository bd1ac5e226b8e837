using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;
using Analytics.Etl.Sources.Files;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Etl.Loading;

/// <summary>State of every unit, in the control database; Hangfire only triggers, this is the record.</summary>
public sealed class UnitLedger(ControlDatabase control, PseudonymSecret secret, TimeProvider clock)
{
    public async Task<IReadOnlyList<LoadUnitRow>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.Units.AsNoTracking()
            .OrderBy(unit => unit.Source).ThenBy(unit => unit.Process).ThenBy(unit => unit.Period)
            .ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<LoadUnitRow>> OfAsync(string source, string process, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.Units.AsNoTracking().Where(unit => unit.Source == source && unit.Process == process).ToListAsync(cancellationToken);
    }

    /// <summary>What is known of a unit, or null.</summary>
    public async Task<LoadUnitRow?> FindAsync(UnitKey unit, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.Units.AsNoTracking().SingleOrDefaultAsync(
            row => row.Source == unit.Source && row.Process == unit.Process && row.Period == unit.Period.Code, cancellationToken);
    }

    /// <summary>Files of drop folders that have units, by the beginning of their names.</summary>
    public IReadOnlyList<KnownFile> KnownFiles(string prefix)
    {
        using var context = control.Open();
        return [.. context.Units.AsNoTracking()
            .Where(unit => unit.Source.StartsWith(prefix))
            .Select(unit => new { unit.Source, unit.Process, unit.RowCount, unit.Quarantined, unit.State })
            .AsEnumerable()
            .Where(unit => unit.Source.StartsWith(prefix, StringComparison.Ordinal))
            .GroupBy(unit => (unit.Source, unit.Process))
            .Select(file => new KnownFile(
                file.Key.Source, file.Key.Process, file.Any(unit => unit.RowCount > 0), file.All(unit => unit is { State: UnitState.Verified, RowCount: 0, Quarantined: 0 })))];
    }

    /// <summary>Notes what the source holds now of the units that are known, and that they were compared with it.</summary>
    public async Task MarkComparedAsync(
        string source, string process, IReadOnlyDictionary<UnitPeriod, UnitTotals> atSource, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var context = await control.OpenAsync(cancellationToken);
        var rows = context.Units.Where(unit => unit.Source == source && unit.Process == process);
        await rows.ExecuteUpdateAsync(unit => unit.SetProperty(one => one.CheckedAt, now), cancellationToken);
        foreach (var row in await rows.ToListAsync(cancellationToken))
        {
            var totals = atSource.GetValueOrDefault(UnitPeriod.Parse(row.Period));
            (row.SourceRows, row.SourceMoneyTiyn) = (totals.Rows, totals.MoneyTiyn);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>True while some unit waits for its load or is being loaded.</summary>
    public async Task<bool> IsUnsettledAsync(CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.Units.AnyAsync(unit => unit.State == UnitState.Changed || unit.State == UnitState.Loading, cancellationToken);
    }

    /// <summary>A load is due. A unit in doubt stays so: nothing is published from it until it was loaded. One that is held stays held.</summary>
    public Task MarkChangedAsync(UnitKey unit, CancellationToken cancellationToken) =>
        SetAsync(
        unit, long.MaxValue, row => row.State = row.State is UnitState.Loading or UnitState.Held ? row.State : UnitState.Changed, cancellationToken);

    /// <summary>True when an earlier load broke off while it replaced the partition. Asked by who has the unit's lease.</summary>
    public async Task<bool> IsInDoubtAsync(UnitKey unit, CancellationToken cancellationToken) =>
        await FindAsync(unit, cancellationToken) is { State: UnitState.Loading };

    /// <summary>The load is about to replace the partition.</summary>
    /// <returns>False when a later load has got there before: then nothing is written.</returns>
    public Task<bool> MarkLoadingAsync(UnitKey unit, long loadId, CancellationToken cancellationToken) =>
        SetAsync(unit, loadId, row => row.State = UnitState.Loading, cancellationToken);

    /// <summary>The unit's load failed; what the warehouse holds of it stays verified.</summary>
    /// <returns>False when a later load has got there before: then nothing is written.</returns>
    public Task<bool> MarkFailedAsync(UnitKey unit, long loadId, LoadMessage message, long quarantined, CancellationToken cancellationToken) => SetAsync(
        unit,
        loadId,
        row =>
        {
            row.State = UnitState.Failed;
            row.Quarantined = quarantined;
            (row.Message, row.MessageJson) = message.Stored;
        },
        cancellationToken);

    /// <summary>Many rows are gone at the source: an operator has to confirm it.</summary>
    /// <returns>False when a later load has got there before: then nothing is written.</returns>
    public Task<bool> MarkHeldAsync(UnitKey unit, long loadId, LoadMessage message, string fingerprint, CancellationToken cancellationToken) => SetAsync(
        unit,
        loadId,
        row =>
        {
            row.State = UnitState.Held;
            row.HeldFingerprint = fingerprint;
            (row.Message, row.MessageJson) = message.Stored;
        },
        cancellationToken);

    /// <summary>The load broke off while the partition was replaced: the unit counts as being loaded until it was loaded again.</summary>
    /// <returns>False when a later load has got there before: then nothing is written.</returns>
    public Task<bool> MarkInDoubtAsync(UnitKey unit, long loadId, LoadMessage message, CancellationToken cancellationToken) => SetAsync(
        unit,
        loadId,
        row =>
        {
            row.State = UnitState.Loading;
            (row.Message, row.MessageJson) = message.Stored;
        },
        cancellationToken);

    /// <summary>Source and warehouse were found equal.</summary>
    /// <returns>False when a later load has got there before: then nothing is written.</returns>
    public async Task<bool> MarkVerifiedAsync(UnitKey unit, long loadId, UnitTotals source, FactTotals target, long quarantined, CancellationToken cancellationToken)
    {
        // The row must be there to be compared; a unit that fails before its first load has none.
        await SetAsync(unit, loadId, static _ => { }, cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        var (now, keyVersion) = (clock.GetUtcNow(), (long)secret.Version);
        var lastDay = target.LastDay is { } day ? day.Year * 10000L + day.Month * 100 + day.Day : 0;
        return await context.Units
            .Where(row => row.Source == unit.Source && row.Process == unit.Process && row.Period == unit.Period.Code && row.LoadId < loadId)
            .ExecuteUpdateAsync(
                row => row
                    .SetProperty(one => one.State, UnitState.Verified)
                    .SetProperty(one => one.LoadId, loadId)
                    .SetProperty(one => one.RowCount, target.Rows)
                    .SetProperty(one => one.MoneyTiyn, target.MoneyTiyn)
                    .SetProperty(one => one.LastDay, lastDay)
                    .SetProperty(one => one.Fingerprint, source.Fingerprint)
                    .SetProperty(one => one.TargetFingerprint, target.Fingerprint)
                    .SetProperty(one => one.Quarantined, quarantined)
                    .SetProperty(one => one.SourceRows, source.Rows)
                    .SetProperty(one => one.SourceMoneyTiyn, source.MoneyTiyn)
                    .SetProperty(one => one.HeldFingerprint, "")
                    .SetProperty(one => one.KeyVersion, keyVersion)
                    .SetProperty(one => one.VerifiedAt, now)
                    .SetProperty(one => one.CheckedAt, now)
                    .SetProperty(one => one.ChangedAt, now)
                    .SetProperty(one => one.Message, "")
                    .SetProperty(one => one.MessageJson, ""),
                cancellationToken) == 1;
    }

    // A worker who was paused past his lease comes back with a lower number than that of the load that took his place.
    private async Task<bool> SetAsync(UnitKey unit, long loadId, Action<LoadUnitRow> set, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        var row = await context.Units.FindAsync([unit.Source, unit.Process, unit.Period.Code], cancellationToken);
        if (row is null)
        {
            row = new LoadUnitRow { Source = unit.Source, Process = unit.Process, Period = unit.Period.Code };
            context.Units.Add(row);
        }

        if (row.LoadId > loadId)
        {
            return false;
        }

        set(row);
        row.ChangedAt = clock.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken);
        return true;
    }
}
