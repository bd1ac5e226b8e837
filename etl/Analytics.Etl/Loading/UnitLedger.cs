using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Etl.Loading;

/// <summary>State of every unit, in the control database; Hangfire only triggers, this is the record.</summary>
public sealed class UnitLedger(ControlDatabase control, TimeProvider clock)
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
        return await context.Units.AsNoTracking()
            .SingleOrDefaultAsync(row => row.Source == unit.Source && row.Process == unit.Process && row.Period == unit.Period.Code, cancellationToken);
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
            (row.SourceRows, row.SourceMoneyTiyn) = (totals?.Rows ?? 0, totals?.MoneyTiyn ?? 0);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>True while some unit waits for its load or is being loaded.</summary>
    public async Task<bool> IsUnsettledAsync(CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.Units.AnyAsync(unit => unit.State == UnitState.Changed || unit.State == UnitState.Loading, cancellationToken);
    }

    /// <summary>A load is due. A unit in doubt stays so: nothing is published from it until it was loaded.</summary>
    public Task MarkChangedAsync(UnitKey unit, CancellationToken cancellationToken) =>
        SetAsync(unit, row => row.State = row.State == UnitState.Loading ? UnitState.Loading : UnitState.Changed, cancellationToken);

    /// <summary>True when an earlier load broke off while it replaced the partition. Asked by who has the unit's lease.</summary>
    public async Task<bool> IsInDoubtAsync(UnitKey unit, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.Units.AnyAsync(
            row => row.Source == unit.Source && row.Process == unit.Process && row.Period == unit.Period.Code && row.State == UnitState.Loading, cancellationToken);
    }

    public Task MarkLoadingAsync(UnitKey unit, CancellationToken cancellationToken) =>
        SetAsync(unit, row => row.State = UnitState.Loading, cancellationToken);

    /// <summary>The unit's load failed; what the warehouse holds of it stays verified.</summary>
    public Task MarkFailedAsync(UnitKey unit, string message, long quarantined, CancellationToken cancellationToken) => SetAsync(
        unit,
        row =>
        {
            row.State = UnitState.Failed;
            row.Quarantined = quarantined;
            row.Message = Short(message);
        },
        cancellationToken);

    /// <summary>The load broke off while the partition was replaced: the unit counts as being loaded until it was loaded again.</summary>
    public Task MarkInDoubtAsync(UnitKey unit, string message, CancellationToken cancellationToken) => SetAsync(
        unit,
        row =>
        {
            row.State = UnitState.Loading;
            row.Message = Short(message);
        },
        cancellationToken);

    /// <summary>Source and warehouse were found equal.</summary>
    public Task MarkVerifiedAsync(UnitKey unit, long loadId, UnitTotals source, FactTotals target, long quarantined, CancellationToken cancellationToken) => SetAsync(
        unit,
        row =>
        {
            row.State = UnitState.Verified;
            row.LoadId = loadId;
            row.RowCount = target.Rows;
            row.MoneyTiyn = target.MoneyTiyn;
            row.LastDay = target.LastDay is { } day ? day.Year * 10000 + day.Month * 100 + day.Day : 0;
            row.Fingerprint = source.Fingerprint();
            row.TargetFingerprint = target.Fingerprint;
            row.Quarantined = quarantined;
            row.SourceRows = source.Rows;
            row.SourceMoneyTiyn = source.MoneyTiyn;
            row.VerifiedAt = clock.GetUtcNow();
            row.CheckedAt = row.VerifiedAt;
            row.Message = "";
        },
        cancellationToken);

    private static string Short(string message) => message.Length > 2000 ? message[..2000] : message;

    private async Task SetAsync(UnitKey unit, Action<LoadUnitRow> set, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        var row = await context.Units.FindAsync([unit.Source, unit.Process, unit.Period.Code], cancellationToken);
        if (row is null)
        {
            row = new LoadUnitRow { Source = unit.Source, Process = unit.Process, Period = unit.Period.Code };
            context.Units.Add(row);
        }

        set(row);
        row.ChangedAt = clock.GetUtcNow();
        await context.SaveChangesAsync(cancellationToken);
    }
}
