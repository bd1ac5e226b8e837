using System.Globalization;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;

namespace Analytics.Etl.Alerts;

/// <summary>Raises an alert when a table was not compared with the warehouse for longer than its limit; one alert when that is so of all of a source.</summary>
public sealed class Freshness(SourceRegistry sources, SourceChecks checks, AlertLedger alerts, TimeProvider clock)
{
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        var known = (await checks.AllAsync(cancellationToken)).ToDictionary(check => (check.Source, check.Process));
        var stale = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var feeds in sources.Feeds().GroupBy(feed => feed.Source))
        {
            var late = feeds
                .Select(feed => (Process: feed.Mapping.Process.Name, Check: known.GetValueOrDefault((feeds.Key.Name, feed.Mapping.Process.Name))))
                .Where(table => IsLate(feeds.Key.Options, table.Process, table.Check))
                .ToList();
            if (late.Count > 0 && late.Count == feeds.Count())
            {
                stale[feeds.Key.Name] = Message($"source {feeds.Key.Name}", late.Max(table => table.Check?.ComparedAt));
            }
            else
            {
                foreach (var (process, check) in late)
                {
                    stale[$"{feeds.Key.Name}/{process}"] = Message($"table {process} of source {feeds.Key.Name}", check?.ComparedAt);
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

    private static string Message(string what, DateTimeOffset? compared) => compared is { } moment
        ? string.Create(CultureInfo.InvariantCulture, $"The {what} was last compared with the warehouse on {moment.UtcDateTime:yyyy-MM-dd HH:mm} UTC, longer ago than its FreshnessHours allow. See whether the server runs and the source answers: `analytics config check`.")
        : $"The {what} was never compared with the warehouse, and its FreshnessHours have passed. See whether the source answers: `analytics config check`.";
}
