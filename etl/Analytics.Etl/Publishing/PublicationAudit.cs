using Analytics.Warehouse.Control;
using Analytics.Warehouse.Measures;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Etl.Publishing;

/// <summary>Proves that the lattice in force was computed from the loads that the warehouse holds, or names the units of which it was not.</summary>
public sealed class PublicationAudit(ControlDatabase control, TimeProvider clock)
{
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    public async Task<PublicationCheck> RunAsync(CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        var publication = await context.Publications.AsNoTracking().SingleOrDefaultAsync(row => row.State == PublicationState.InForce, cancellationToken);
        var published = publication is null
            ? []
            : await context.PublicationUnits.AsNoTracking()
                .Where(unit => unit.Number == publication.Number)
                .ToDictionaryAsync(unit => (unit.Source, unit.Process, unit.Period), unit => unit.LoadId, cancellationToken);
        var loaded = await context.Units.AsNoTracking().Where(unit => unit.LoadId > 0).ToListAsync(cancellationToken);
        var waiting = loaded.Where(unit => published.GetValueOrDefault((unit.Source, unit.Process, unit.Period)) != unit.LoadId).ToList();
        return new PublicationCheck(
            publication?.Number,
            [.. waiting.Select(unit => $"{unit.Source}/{unit.Process}/{unit.Period}").Order(StringComparer.Ordinal)],
            waiting.Any(unit => clock.GetUtcNow() - unit.VerifiedAt > Patience),
            publication is not null && publication.Definition != MeasureCatalogue.Fingerprint);
    }
}
