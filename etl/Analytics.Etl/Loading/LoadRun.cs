using Analytics.Etl.Sources;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Loading;

/// <summary>Finds changed units and loads them, for Hangfire and for the command line alike.</summary>
public sealed partial class LoadRun(SourceRegistry sources, ChangedUnits changedUnits, UnitLoad unitLoad, UnitLedger ledger, ILogger<LoadRun> logger)
{
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
    public async Task<(IReadOnlyList<UnitKey> Due, IReadOnlyList<string> Failures)> FindDueAsync(
        string? source, string? process, Func<UnitPeriod, bool> wanted, bool mark, bool withHeld, CancellationToken cancellationToken)
    {
        var due = new List<UnitKey>();
        var failures = new List<string>();
        foreach (var feeds in sources.Feeds(source, process).GroupBy(feed => feed.Source))
        {
            try
            {
                foreach (var (_, mapping) in feeds)
                {
                    // A snapshot for each: what one mapping breaks must not keep the others from being read.
                    await using var snapshot = await feeds.Key.BeginSnapshotAsync(cancellationToken);
                    try
                    {
                        var units = (await changedUnits.FindAsync(snapshot, mapping, withHeld, cancellationToken)).Where(unit => wanted(unit.Period)).ToList();
                        foreach (var unit in mark ? units : [])
                        {
                            await ledger.MarkChangedAsync(unit, cancellationToken);
                        }

                        due.AddRange(units);
                    }
                    catch (SourceException exception)
                    {
                        LogCannotCheck(mapping.Process.Name, exception.Message);
                        failures.Add(exception.Message);
                    }
                }
            }
            catch (SourceException exception)
            {
                LogCannotCheck(feeds.Key.Name, exception.Message);
                failures.Add(exception.Message);
            }
        }

        return (due, failures);
    }

    /// <summary>Loads one unit.</summary>
    public async Task<LoadResult> LoadAsync(UnitKey unit, LoadOptions options, CancellationToken cancellationToken)
    {
        var (source, mapping) = sources.Feeds(unit.Source, unit.Process).Single();
        return await unitLoad.RunAsync(source, mapping, unit.Period, options, cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Cannot check {What}: {Reason}")]
    private partial void LogCannotCheck(string what, string reason);
}
