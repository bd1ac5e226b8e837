using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Facts;
using Analytics.Warehouse.Measures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Publishing;

/// <summary>
/// Makes a publication: computes the lattice of the years whose facts changed under a new number that nobody reads yet, carries
/// the other years over, and then makes the number the one in force in one transaction.
/// </summary>
public sealed partial class PublicationBuilder(
    LatticeBuilder lattice, TargetTakeover targets, FactAudit facts, ControlDatabase control, UnitLedger ledger, Leases leases, TimeProvider clock, ILogger<PublicationBuilder> logger)
{
    private const string LeaseName = "publication";
    private const int Attempts = 5;

    /// <summary>Publishes what was verified since the last publication.</summary>
    /// <returns>The number in force afterwards and what happened.</returns>
    public async Task<PublishResult> PublishAsync(string reason, CancellationToken cancellationToken)
    {
        var lease = await leases.TryAcquireAsync(LeaseName, cancellationToken);
        if (lease is null)
        {
            return new PublishResult(null, PublishOutcome.Busy);
        }

        try
        {
            await RemoveWhatIsLeftAsync(cancellationToken);
            for (var attempt = 1; attempt <= Attempts; attempt++)
            {
                var units = await ledger.AllAsync(cancellationToken);
                if (units.Any(unit => unit.State == UnitState.Loading))
                {
                    return new PublishResult(null, PublishOutcome.LoadsAtWork);
                }

                if (await TryPublishAsync(units, reason, lease, cancellationToken) is { } result)
                {
                    return result;
                }
            }

            return new PublishResult(null, PublishOutcome.LoadsAtWork);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new PublishResult(null, PublishOutcome.Busy);
        }
        finally
        {
            await leases.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    /// <summary>
    /// Removes what unfinished publications left, unless another worker is publishing. It is done under the lease of publishing: whoever
    /// was paused past his own cannot put in force what is removed here.
    /// </summary>
    public async Task RemoveUnfinishedAsync(CancellationToken cancellationToken)
    {
        if (await leases.TryAcquireAsync(LeaseName, cancellationToken) is not { } lease)
        {
            return;
        }

        try
        {
            await RemoveAsync(cancellationToken);
        }
        finally
        {
            await leases.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    // What the engine's death or a lost lease left to a living program.
    private async Task RemoveWhatIsLeftAsync(CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        if (await context.Publications.AnyAsync(row => row.State == PublicationState.Building, cancellationToken))
        {
            await RemoveAsync(cancellationToken);
        }
    }

    private async Task RemoveAsync(CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        var kept = await context.Publications.Where(row => row.State != PublicationState.Building).Select(row => row.Number).ToListAsync(cancellationToken);
        await lattice.KeepOnlyAsync(kept, cancellationToken);
        await context.Publications.Where(row => row.State == PublicationState.Building).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<PublishResult?> TryPublishAsync(IReadOnlyList<LoadUnitRow> units, string reason, Lease lease, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        var previous = await context.Publications.AsNoTracking().SingleOrDefaultAsync(row => row.State == PublicationState.InForce, cancellationToken);
        if (previous is { Pinned: true })
        {
            return new PublishResult(previous.Number, PublishOutcome.Pinned);
        }

        // A lattice by other definitions is of no use for the new one.
        var carried = previous?.Definition == MeasureCatalogue.Fingerprint ? previous : null;
        var carriedUnits = carried is null
            ? []
            : await context.PublicationUnits.AsNoTracking().Where(unit => unit.Number == carried.Number).ToListAsync(cancellationToken);
        var loaded = units.Where(unit => unit.LoadId > 0).ToList();
        if (loaded.Where(unit => unit.RowCount > 0 && Processes.Find(unit.Process) is { HasIdentifiers: true }).Select(unit => unit.KeyVersion).Distinct().Count() > 1)
        {
            // A family with two keys would be counted twice.
            return new PublishResult(previous?.Number, PublishOutcome.KeysInRotation);
        }

        var changes = FactYears.Changed(carriedUnits, loaded);
        if (changes.Any(change => change.Fact == FactTables.Settlements))
        {
            // Another list of settlements divides the land of all years anew.
            carried = null;
            changes = FactYears.Changed([], loaded);
        }

        if (changes.Count == 0)
        {
            return new PublishResult(previous?.Number, PublishOutcome.NothingNew);
        }

        var number = await control.NextNumberAsync("publication", cancellationToken);
        context.Publications.Add(new PublicationRow { Number = number, State = PublicationState.Building, StartedAt = clock.GetUtcNow(), Reason = reason, Definition = MeasureCatalogue.Fingerprint });
        await context.SaveChangesAsync(cancellationToken);
        var renewed = clock.GetTimestamp();
        await lattice.BuildAsync(number, carried?.Number, changes, KeepLeaseAsync, cancellationToken);

        // A unit that was loaded meanwhile may be in the lattice in part, and one whose rows are not those of its last load is wrong in
        // it: begin anew.
        var strange = await facts.FindStrangeAsync(loaded, changes, cancellationToken);
        await facts.DoubtAsync(strange, units, cancellationToken);
        var before = units.Select(Identity).ToHashSet();
        var now = (await ledger.AllAsync(cancellationToken)).Select(Identity).ToHashSet();
        if (strange.Count > 0 || !now.SetEquals(before))
        {
            await lattice.DropAsync(number, cancellationToken);
            await context.Publications.Where(row => row.Number == number).ExecuteDeleteAsync(cancellationToken);
            return null;
        }

        var plans = await targets.CompareAsync(number, cancellationToken);
        if (!await PutInForceAsync(context, number, loaded, plans, lease, cancellationToken))
        {
            return new PublishResult(null, PublishOutcome.Busy);
        }

        LogPublished(number, loaded.Count, changes.Count);
        await KeepAsync(context, cancellationToken);
        return new PublishResult(number, PublishOutcome.Published);

        // The lease lasts much longer than this, and is asked for once more before the publication is put in force.
        async Task<bool> KeepLeaseAsync()
        {
            if (clock.GetElapsedTime(renewed) < leases.RenewEvery)
            {
                return true;
            }

            renewed = clock.GetTimestamp();
            return await leases.RenewAsync(lease, cancellationToken);
        }
    }

    // False when the lease has passed to another worker, who may have published something newer.
    private async Task<bool> PutInForceAsync(ControlContext context, long number, List<LoadUnitRow> loaded, TakenTargets plans, Lease lease, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (!await leases.HoldAsync(context, lease, cancellationToken))
        {
            return false;
        }

        context.PublicationUnits.AddRange(loaded.Select(unit => new PublicationUnitRow
        {
            Number = number,
            Source = unit.Source,
            Process = unit.Process,
            Period = unit.Period,
            LoadId = unit.LoadId,
            RowCount = unit.RowCount,
            MoneyTiyn = unit.MoneyTiyn,
            LastDay = unit.LastDay,
            Fingerprint = unit.Fingerprint,
            VerifiedAt = unit.VerifiedAt ?? clock.GetUtcNow(),
        }));
        await context.SaveChangesAsync(cancellationToken);
        await TargetTakeover.WriteAsync(context, plans, cancellationToken);
        await context.Publications.Where(row => row.State == PublicationState.InForce)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, PublicationState.Superseded), cancellationToken);
        var now = clock.GetUtcNow();
        await context.Publications.Where(row => row.Number == number)
            .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, PublicationState.InForce).SetProperty(one => one.PublishedAt, now), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    // The last thirty, and the last one of every month for ever.
    private async Task KeepAsync(ControlContext context, CancellationToken cancellationToken)
    {
        var all = await context.Publications.AsNoTracking()
            .Where(row => row.State != PublicationState.Building)
            .OrderByDescending(row => row.Number)
            .ToListAsync(cancellationToken);
        var kept = all.Take(30)
            .Concat(all.GroupBy(row => (row.PublishedAt!.Value.Year, row.PublishedAt.Value.Month)).Select(month => month.First()))
            .Concat(all.Where(row => row.State == PublicationState.InForce))
            .Select(row => row.Number)
            .Distinct()
            .ToList();
        foreach (var number in all.Select(row => row.Number).Except(kept))
        {
            await lattice.DropAsync(number, cancellationToken);
            await context.PublicationUnits.Where(unit => unit.Number == number).ExecuteDeleteAsync(cancellationToken);
            await context.Publications.Where(row => row.Number == number).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private static (string Source, string Process, string Period, long LoadId, bool IsLoading) Identity(LoadUnitRow unit) =>
        (unit.Source, unit.Process, unit.Period, unit.LoadId, unit.State == UnitState.Loading);

    [LoggerMessage(Level = LogLevel.Information, Message = "Publication {Number} is in force: {Units} units, {Changes} table-years computed anew")]
    private partial void LogPublished(long number, int units, int changes);
}
