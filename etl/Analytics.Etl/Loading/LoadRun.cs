using Analytics.Etl.Alerts;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Loading;

/// <summary>Finds changed units and loads them, for Hangfire and for the command line alike.</summary>
public sealed partial class LoadRun(SourceRegistry sources, ChangedUnits changedUnits, UnitLoad unitLoad, UnitLedger ledger, LoadAlerts alerts, SourceDrift drift, ILogger<LoadRun> logger)
{
    // Clocks and time zones of sources are not believed either.
    private static readonly TimeSpan TouchedMargin = TimeSpan.FromDays(1);

    /// <summary>
    /// Units that are due. A source that cannot be reached or read fails alone: its units keep their last verified rows, and the
    /// others are still found.
    /// </summary>
    /// <param name="source">Only this source, or null.</param>
    /// <param name="process">Only this process, or null.</param>
    /// <param name="wanted">Which periods are wanted.</param>
    /// <param name="mark">False for a dry run, which writes nothing.</param>
    /// <param name="withHeld">True to name units that wait for confirmation, too.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(IReadOnlyList<UnitKey> Due, IReadOnlyList<LoadMessage> Failures)> FindDueAsync(
        string? source, string? process, Func<UnitPeriod, bool> wanted, bool mark, bool withHeld, CancellationToken cancellationToken)
    {
        var due = new List<UnitKey>();
        var failures = new List<LoadMessage>();
        var asked = sources.Feeds(source, process).ToList();
        foreach (var feeds in asked.GroupBy(feed => feed.Source))
        {
            try
            {
                foreach (var (_, mapping) in feeds)
                {
                    // A snapshot for each: what one mapping breaks must not keep the others from being read.
                    await using var snapshot = await feeds.Key.BeginSnapshotAsync(cancellationToken);
                    await (mark ? alerts.ReachedAsync(feeds.Key, cancellationToken) : Task.CompletedTask);
                    try
                    {
                        var (found, atSource) = await changedUnits.FindAsync(snapshot, mapping, withHeld, cancellationToken);
                        var units = found.Where(unit => wanted(unit.Period)).ToList();
                        foreach (var unit in mark ? units : [])
                        {
                            await ledger.MarkChangedAsync(unit, cancellationToken);
                        }

                        due.AddRange(units);
                        if (mark)
                        {
                            await ledger.MarkComparedAsync(mapping.Source, mapping.Process.Name, atSource, cancellationToken);
                            await drift.ObserveAsync(snapshot, mapping, cancellationToken);
                            await alerts.ComparedAsync(mapping, cancellationToken);
                        }
                    }
                    catch (SourceException exception)
                    {
                        var told = await drift.ExplainAsync(feeds.Key, mapping, cancellationToken) is { } why ? new SourceException(LoadMessage.All(exception.Told, why), exception) : exception;
                        LogCannotCheck(mapping.Process.Name, told.Message);
                        failures.Add(told.Told);
                        await (mark ? alerts.NotComparedAsync(feeds.Key, mapping, told, cancellationToken) : Task.CompletedTask);
                    }
                }
            }
            catch (SourceException exception)
            {
                LogCannotCheck(feeds.Key.Name, exception.Message);
                failures.Add(exception.Told);
                await (mark ? alerts.UnreachableAsync(feeds.Key, feeds.Select(feed => feed.Mapping), exception, cancellationToken) : Task.CompletedTask);
            }
        }

        await (mark && source is null && process is null ? alerts.ForgetOthersAsync(asked, cancellationToken) : Task.CompletedTask);
        return (due, failures);
    }

    /// <summary>
    /// Units of tables with a column that says when a row was last written, in which rows were written since the last check and
    /// differ: what to load before everything is looked at. A source that cannot be looked at is left to the check.
    /// </summary>
    public async Task<IReadOnlyDictionary<UnitKey, long>> FindTouchedAsync(CancellationToken cancellationToken)
    {
        var due = new Dictionary<UnitKey, long>();
        var marked = sources.Feeds().Where(feed => feed.Source.Options.UpdatedColumnOf(feed.Mapping.Process.Name) is not null);
        foreach (var feeds in marked.GroupBy(feed => feed.Source))
        {
            try
            {
                await using var snapshot = await feeds.Key.BeginSnapshotAsync(cancellationToken);
                foreach (var (source, mapping) in feeds)
                {
                    if ((await ledger.OfAsync(mapping.Source, mapping.Process.Name, cancellationToken)).Max(unit => unit.CheckedAt) is { } checkedAt)
                    {
                        var column = source.Options.UpdatedColumnOf(mapping.Process.Name)!;
                        foreach (var (unit, rows) in await changedUnits.FindTouchedAsync(snapshot, mapping, column, checkedAt - TouchedMargin, cancellationToken))
                        {
                            await ledger.MarkChangedAsync(unit, cancellationToken);
                            due.Add(unit, rows);
                        }
                    }
                }
            }
            catch (SourceException)
            {
                // The check that follows tells it.
            }
        }

        return due;
    }

    /// <summary>Loads one unit.</summary>
    public async Task<LoadResult> LoadAsync(UnitKey unit, LoadOptions options, CancellationToken cancellationToken)
    {
        var (source, mapping) = sources.Feeds(unit.Source, unit.Process).Single();
        var result = await unitLoad.RunAsync(source, mapping, unit.Period, options, cancellationToken);

        // A worker who fails after another one has loaded the unit has nothing to tell: his alert would stay until the next load.
        if (result.Outcome == LoadOutcome.Loaded || await ledger.FindAsync(unit, cancellationToken) is not { State: UnitState.Verified })
        {
            await alerts.EndedAsync(source, mapping, result, cancellationToken);
        }

        return result;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Cannot check {What}: {Reason}")]
    private partial void LogCannotCheck(string what, string reason);
}
