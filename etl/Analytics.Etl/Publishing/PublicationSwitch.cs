using Analytics.Etl.Loading;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Etl.Publishing;

/// <summary>Returns to a publication that is kept, and goes on from there.</summary>
public sealed class PublicationSwitch(ControlDatabase control, Leases leases)
{
    /// <summary>
    /// Puts a publication in force. An earlier one stays in force, and nothing is published, until the newest one is used again.
    /// </summary>
    /// <param name="number">Its number, or null for the newest.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>The number in force, and whether it is pinned.</returns>
    /// <exception cref="LoadException">It is not kept, or another worker is publishing.</exception>
    public async Task<(long Number, bool Pinned)> UseAsync(long? number, CancellationToken cancellationToken)
    {
        var lease = await leases.TryAcquireAsync("publication", cancellationToken)
            ?? throw new LoadException(new("publication.busy"));
        try
        {
            await using var context = await control.OpenAsync(cancellationToken);
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            var kept = await context.Publications.AsNoTracking()
                .Where(row => row.State != PublicationState.Building)
                .Select(row => row.Number)
                .ToListAsync(cancellationToken);
            var wanted = number ?? kept.DefaultIfEmpty(-1).Max();
            if (!kept.Contains(wanted))
            {
                throw new LoadException(new("publication.not_kept", wanted));
            }

            var pinned = wanted != kept.Max();
            await context.Publications
                .Where(row => row.State == PublicationState.InForce && row.Number != wanted)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, PublicationState.Superseded).SetProperty(one => one.Pinned, false), cancellationToken);
            await context.Publications
                .Where(row => row.Number == wanted)
                .ExecuteUpdateAsync(row => row.SetProperty(one => one.State, PublicationState.InForce).SetProperty(one => one.Pinned, pinned), cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return (wanted, pinned);
        }
        finally
        {
            await leases.ReleaseAsync(lease, CancellationToken.None);
        }
    }
}
