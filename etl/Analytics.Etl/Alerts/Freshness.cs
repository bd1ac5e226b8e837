using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;

namespace Analytics.Etl.Alerts;

/// <summary>Raises an alert when a table was not compared with the warehouse for longer than its limit; one alert when that is so of all of a source.</summary>
public sealed class Freshness(SourceRegistry sources, SourceChecks checks, AlertLedger alerts, TimeProvider clock)
{
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var known = (await checks.AllAsync(cancellationToken)).ToDictionary(check => (check.Source, check.Process));
        var stale = new Dictionary<string, LoadMessage>(StringComparer.Ordinal);
        foreach (var feeds in sources.Feeds().GroupBy(feed => feed.Source))
        {
            var late = feeds
                .Select(feed => (feed.Mapping.Process, Check: known.GetValueOrDefault((feeds.Key.Name, feed.Mapping.Process.Name))))
                .Where(table => IsLate(feeds.Key.Options, table.Process.Name, table.Check))
                .ToList();
            if (late.Count > 0 && late.Count == feeds.Count())
            {
                stale[feeds.Key.Name] = late.Max(table => table.Check?.ComparedAt) is { } moment
                    ? new("stale.source", feeds.Key.Name, moment)
                    : new("stale.source_never", feeds.Key.Name);
            }
            else
            {
                foreach (var (process, check) in late)
                {
                    stale[$"{feeds.Key.Name}/{process.Name}"] = check?.ComparedAt is { } moment
                        ? new("stale.table", process, feeds.Key.Name, moment)
                        : new("stale.table_never", process, feeds.Key.Name);
                }
            }
        }

        foreach (var (cause, message) in stale)
        {
            await alerts.RaiseAsync(AlertKind.Stale, cause, message, cancellationToken);
        }

        await alerts.ResolveOthersAsync(AlertKind.Stale, stale.Keys, cancellationToken);
    }

    // A table that was never looked at is not late yet: its time begins with the first look.
    private bool IsLate(SourceOptions options, string process, SourceCheckRow? check) =>
        check is not null && clock.GetUtcNow() - (check.ComparedAt ?? check.FirstAt) > TimeSpan.FromHours(options.FreshnessHoursOf(process));
}
