using System.Collections.Concurrent;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Warehouse.Targets;

/// <summary>
/// The ledger of plans in the control database: what the sources say, taken over at each publication, and what was uploaded. It is
/// kept in memory and looked at anew once a second; what this process writes it sees at once.
/// </summary>
public sealed class TargetLedger(ControlDatabase control, TimeProvider clock)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromSeconds(1);

    private volatile Known? last;

    /// <summary>The plans as a publication sees them.</summary>
    /// <param name="publication">Number of the publication.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<TargetBook> BookAsync(long publication, CancellationToken cancellationToken)
    {
        var known = await KnownAsync(cancellationToken);
        return known.Books.GetOrAdd(publication, static (number, all) => new TargetBook(all, number), known.Versions);
    }

    /// <summary>How things stand with the targets that somebody wrote about, by indicator, territory and year.</summary>
    public async Task<IReadOnlyDictionary<(string Indicator, uint Territory, int Year), IReadOnlyList<TargetAction>>> ActionsAsync(CancellationToken cancellationToken) =>
        (await KnownAsync(cancellationToken)).Actions;

    /// <summary>Changes whenever the ledger does: what is remembered elsewhere is good while it stays the same.</summary>
    public async Task<string> StampAsync(CancellationToken cancellationToken) => (await KnownAsync(cancellationToken)).Stamp;

    /// <summary>Adds versions, in their order; the newest publication and all later ones have them.</summary>
    public async Task AddAsync(IReadOnlyList<TargetVersion> versions, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        var newest = await context.Publications.Where(row => row.State != PublicationState.Building).MaxAsync(row => (long?)row.Number, cancellationToken) ?? 0;
        var id = await control.TakeNumbersAsync("target", versions.Count, cancellationToken);
        context.TargetVersions.AddRange(versions.Select((version, position) => version with { Id = id + position, SincePublication = newest }));
        await context.SaveChangesAsync(cancellationToken);
        last = null;
    }

    /// <summary>Adds an entry about a target off plan.</summary>
    public async Task AddAsync(TargetAction action, CancellationToken cancellationToken)
    {
        var id = await control.TakeNumbersAsync("target", 1, cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        context.TargetActions.Add(action with { Id = id });
        await context.SaveChangesAsync(cancellationToken);
        last = null;
    }

    private async Task<Known> KnownAsync(CancellationToken cancellationToken)
    {
        if (last is { } fresh && clock.GetElapsedTime(fresh.ReadAt) < Remembered)
        {
            return fresh;
        }

        var readAt = clock.GetTimestamp();
        await using var context = await control.OpenAsync(cancellationToken);
        var versions = await context.TargetVersions.MaxAsync(version => (long?)version.Id, cancellationToken) ?? 0;
        var until = await context.TargetVersions.MaxAsync(version => version.UntilPublication, cancellationToken) ?? 0;
        var actions = await context.TargetActions.MaxAsync(action => (long?)action.Id, cancellationToken) ?? 0;
        var stamp = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{versions}-{until}-{actions}");
        var before = last;
        var known = before?.Stamp == stamp
            ? before with { ReadAt = readAt }
            : new Known(
                stamp,
                await context.TargetVersions.AsNoTracking().ToListAsync(cancellationToken),
                (await context.TargetActions.AsNoTracking().OrderBy(action => action.Id).ToListAsync(cancellationToken))
                    .GroupBy(action => (action.Indicator, action.TerritoryId, action.Year))
                    .ToDictionary(group => group.Key, group => (IReadOnlyList<TargetAction>)[.. group]),
                new ConcurrentDictionary<long, TargetBook>(),
                readAt);
        last = known;
        return known;
    }

    private sealed record Known(
        string Stamp,
        IReadOnlyList<TargetVersion> Versions,
        IReadOnlyDictionary<(string, uint, int), IReadOnlyList<TargetAction>> Actions,
        ConcurrentDictionary<long, TargetBook> Books,
        long ReadAt);
}
