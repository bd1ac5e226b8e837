using Analytics.Etl.Loading;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Etl.Alerts;

/// <summary>Units that the last verification found different, and the history of verifications, in the control database.</summary>
public sealed class DriftLedger(ControlDatabase control, TimeProvider clock)
{
    /// <summary>Units that differ.</summary>
    public async Task<IReadOnlyList<UnitDriftRow>> AllAsync(CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.UnitDrifts.AsNoTracking()
            .OrderBy(drift => drift.Source).ThenBy(drift => drift.Process).ThenBy(drift => drift.Period)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Verifications, newest first.</summary>
    public async Task<IReadOnlyList<VerificationRow>> HistoryAsync(int count, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.Verifications.AsNoTracking().OrderByDescending(run => run.Id).Take(count).ToListAsync(cancellationToken);
    }

    /// <summary>A verification has begun.</summary>
    public async Task<long> BeginAsync(CancellationToken cancellationToken)
    {
        var id = await control.NextNumberAsync("verification", cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        context.Verifications.Add(new VerificationRow { Id = id, StartedAt = clock.GetUtcNow() });
        await context.SaveChangesAsync(cancellationToken);
        return id;
    }

    /// <summary>A verification has ended.</summary>
    public async Task EndAsync(long id, VerificationResult result, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        var row = await context.Verifications.SingleAsync(run => run.Id == id, cancellationToken);
        row.FinishedAt = clock.GetUtcNow();
        row.Units = result.Units.Count;
        row.Differing = result.Differing.Count;
        row.Busy = result.Busy.Count;
        row.Failures = result.Failures.Count;
        row.Unpublished = result.Publication.Unpublished.Count;
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Notes that a unit differs.</summary>
    public async Task NoteAsync(UnitKey unit, string difference, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO unit_drift (source, process, period, difference, seen_at)
            VALUES ({unit.Source}, {unit.Process}, {unit.Period.Code}, {difference}, {clock.GetUtcNow().ToUnixTimeMilliseconds()})
            ON CONFLICT (source, process, period) DO UPDATE SET difference = excluded.difference
            """,
            cancellationToken);
    }

    /// <summary>A unit was loaded again, or found equal.</summary>
    public async Task ForgetAsync(UnitKey unit, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        await context.UnitDrifts
            .Where(drift => drift.Source == unit.Source && drift.Process == unit.Process && drift.Period == unit.Period.Code)
            .ExecuteDeleteAsync(cancellationToken);
    }
}
