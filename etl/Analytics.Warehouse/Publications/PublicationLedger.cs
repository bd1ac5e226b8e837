using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Warehouse.Publications;

/// <summary>Reads publications from the control database. The one in force is remembered for a second; the units of a publication never change.</summary>
public sealed class PublicationLedger(ControlDatabase control, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);

    private volatile Answer? last;

    /// <summary>The publication in force, or null while nothing is published.</summary>
    public async Task<Publication?> CurrentAsync(CancellationToken cancellationToken)
    {
        if (last is { } answer && clock.GetElapsedTime(answer.ReadAt) < Remembered)
        {
            return answer.Publication;
        }

        var readAt = clock.GetTimestamp();
        await using var context = await control.OpenAsync(cancellationToken);
        var inForce = await context.Publications
            .Where(row => row.State == PublicationState.InForce)
            .Select(row => new { row.Number, row.Pinned })
            .SingleOrDefaultAsync(cancellationToken);
        var publication = inForce switch
        {
            null => null,
            _ when inForce.Number == last?.Publication?.Number && inForce.Pinned == last.Publication.IsPinned => last.Publication,
            _ => await FindAsync(context, inForce.Number, cancellationToken),
        };
        last = new Answer(publication, readAt);
        return publication;
    }

    /// <summary>A publication by its number, or null when it was never made visible or is no longer kept.</summary>
    public async Task<Publication?> FindAsync(long number, CancellationToken cancellationToken)
    {
        if (last?.Publication is { } publication && publication.Number == number)
        {
            return publication;
        }

        await using var context = await control.OpenAsync(cancellationToken);
        return await FindAsync(context, number, cancellationToken);
    }

    /// <summary>All publications that can be asked for, newest first, without their units.</summary>
    public async Task<IReadOnlyList<PublicationRow>> ListAsync(CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.Publications
            .AsNoTracking()
            .Where(row => row.State != PublicationState.Building)
            .OrderByDescending(row => row.Number)
            .ToListAsync(cancellationToken);
    }

    private static async Task<Publication?> FindAsync(ControlContext context, long number, CancellationToken cancellationToken)
    {
        var row = await context.Publications.AsNoTracking()
            .SingleOrDefaultAsync(publication => publication.Number == number && publication.State != PublicationState.Building, cancellationToken);
        if (row?.PublishedAt is not { } publishedAt)
        {
            return null;
        }

        var rows = await context.PublicationUnits.AsNoTracking()
            .Where(unit => unit.Number == number)
            .OrderBy(unit => unit.Source).ThenBy(unit => unit.Process).ThenBy(unit => unit.Period)
            .ToListAsync(cancellationToken);
        var units = rows.ConvertAll(unit => new PublishedUnit(
            unit.Source, unit.Process, unit.Period, unit.RowCount, unit.MoneyTiyn / 100m, Day(unit.LastDay), unit.Fingerprint, unit.LoadId, unit.VerifiedAt));
        var coverage = PublishedMonths.Of(units);
        return new Publication(number, publishedAt, coverage.GetValueOrDefault("fact_benefit_payment")?.Last, coverage, units) { IsPinned = row.Pinned };
    }

    private static DateOnly? Day(long number) =>
        number == 0 ? null : new DateOnly((int)(number / 10000), (int)(number / 100 % 100), (int)(number % 100));

    private sealed record Answer(Publication? Publication, long ReadAt);
}
