using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Commands.Etl;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Alerts;
using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics etl run|status|verify|quarantine</c>.</summary>
internal static class EtlCommands
{
    public static Command Create() => new("etl", "Loads and what became of them") { Run(), PreviewCommand.Create(), Status(), VerifyCommand.Create(), ListQuarantine() };

    private static Command Run()
    {
        var source = new Option<string?>("--source") { Description = "Only this source" };
        var table = new Option<string?>("--table") { Description = "Only this business process, for example benefit_payments" };
        var from = new Option<string?>("--from") { Description = "First month, 2020-01" };
        var to = new Option<string?>("--to") { Description = "Last month, 2020-12" };
        var dry = new Option<bool>("--dry-run") { Description = "Only tell what is due" };
        var acceptDrop = new Option<bool>("--accept-drop") { Description = "Confirm that rows which are gone at the source are rightly gone: units that wait for it are loaded" };
        var json = Json();
        var command = new Command("run", "Loads what differs from its source, verifies it and publishes") { source, table, from, to, dry, acceptDrop, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var first = QueryText.Month("--from", parsed.GetValue(from));
            var last = QueryText.Month("--to", parsed.GetValue(to));

            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            RequireKnown(host.Get<SourceRegistry>(), parsed.GetValue(source), parsed.GetValue(table));
            var run = host.Get<LoadRun>();
            var (due, failures) = await run.FindDueAsync(parsed.GetValue(source), parsed.GetValue(table), period => IsWanted(period, first, last), mark: !parsed.GetValue(dry), parsed.GetValue(acceptDrop), cancellationToken);
            var results = new List<LoadResult>();
            foreach (var unit in due)
            {
                results.Add(parsed.GetValue(dry)
                    ? new LoadResult(unit, LoadOutcome.Due, 0, 0, "")
                    : await run.LoadAsync(unit, new LoadOptions(AcceptDrop: parsed.GetValue(acceptDrop)), cancellationToken));
                Progress(results.Count, due.Count, unit);
            }

            var published = parsed.GetValue(dry) ? null : await host.Get<PublicationBuilder>().PublishAsync("etl run", cancellationToken);
            Write(parsed.GetValue(json), results, failures, published);
            foreach (var message in failures.Concat(results.Where(result => result.Outcome is LoadOutcome.Failed or LoadOutcome.Held).Select(result => result.Message)))
            {
                await Console.Error.WriteLineAsync(message.ReplaceLineEndings(" "));
            }

            await (parsed.GetValue(dry) ? Task.CompletedTask : host.Get<AlertDelivery>().RunAsync(cancellationToken));
            return failures.Count > 0 || results.Any(result => result.Outcome is LoadOutcome.Failed or LoadOutcome.Held) ? 1 : 0;
        });
        return command;
    }

    private static Command Status()
    {
        var json = Json();
        var command = new Command("status", "State of every unit of loading") { json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var units = await host.Get<UnitLedger>().AllAsync(cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(
                    units.Select(unit => new
                    {
                        source = unit.Source, table = unit.Process, period = unit.Period, state = unit.State.Code(), rows = unit.RowCount, amount = unit.MoneyTiyn / 100m,
                        fingerprint = unit.Fingerprint, quarantined = unit.Quarantined, verifiedAt = unit.VerifiedAt, message = unit.Message,
                    }),
                    ValueJson.Options));
                return 0;
            }

            foreach (var group in units.GroupBy(unit => (unit.Source, unit.Process)))
            {
                var states = string.Join(", ", group.GroupBy(unit => unit.State).Select(state => $"{state.Count()} {state.Key.Code()}"));
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{group.Key.Source,-12} {group.Key.Process,-26} {states,-30} {group.Sum(unit => unit.RowCount),12} rows  {group.Sum(unit => unit.Quarantined)} in quarantine"));
                foreach (var failed in group.Where(unit => unit.Message.Length > 0))
                {
                    Console.WriteLine($"  {failed.Period}: {failed.Message}");
                }
            }

            foreach (var notice in await host.Get<SourceDrift>().NoticesAsync(cancellationToken))
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"notice of {notice.NoticedAt:yyyy-MM-dd HH:mm} UTC, source {notice.Source}: {notice.Text}"));
            }

            return 0;
        });
        return command;
    }

    private static Command ListQuarantine()
    {
        var source = new Option<string?>("--source") { Description = "Only this source" };
        var table = new Option<string?>("--table") { Description = "Only this business process" };
        var json = Json();
        var command = new Command("quarantine", "Rows that were not taken: their number at the source and the rule they broke") { source, table, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var rows = await host.Get<Quarantine>().ListAsync(parsed.GetValue(source), parsed.GetValue(table), cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(rows, ValueJson.Options));
                return 0;
            }

            Console.WriteLine(rows.Count == 0 ? "No row is in quarantine." : $"{rows.Count} rows are in quarantine.");
            foreach (var row in rows)
            {
                Console.WriteLine($"  {row.Source}/{row.Process}/{row.Period}  {row.SourceKey,-24} {row.Rule} in {row.Column}, seen {row.TimesSeen} times");
            }

            return 0;
        });
        return command;
    }

    /// <summary>True when a period lies in the months asked for.</summary>
    internal static bool IsWanted(UnitPeriod period, DateOnly? first, DateOnly? last) => period.IsUndated
        ? first is null && last is null
        : (first is null || period.Until > first) && (last is null || period.From <= last);

    private static Option<bool> Json() => new("--json") { Description = "For machines" };

    internal static void RequireKnown(SourceRegistry sources, string? source, string? table)
    {
        // A drop folder may be empty.
        if (!sources.Feeds(source, table).Any() && (source is null || table is not null || !sources.Names.Contains(source)))
        {
            throw new WrongQueryException("--source", $"No source feeds that. Sources and tables: {string.Join(", ", sources.Feeds().Select(feed => $"{feed.Source.Name}/{feed.Mapping.Process.Name}"))}.");
        }
    }

    internal static void Progress(int done, int all, UnitKey unit)
    {
        if (!Console.IsErrorRedirected)
        {
            Console.Error.Write($"\r{done} of {all}: {unit}".PadRight(79)[..79] + (done == all ? "\n" : ""));
        }
    }

    private static void Write(bool json, List<LoadResult> results, IReadOnlyList<string> failures, PublishResult? published)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(
                new
                {
                    units = results.Select(result => new
                    {
                        source = result.Unit.Source, table = result.Unit.Process, period = result.Unit.Period.Code,
                        outcome = result.Outcome.Code(), rows = result.Rows, quarantined = result.Quarantined, message = result.Message,
                    }),
                    failures,
                    publication = published?.Number,
                    published = published?.Outcome.Code(),
                },
                ValueJson.Options));
            return;
        }

        var counts = string.Join(", ", results.GroupBy(result => result.Outcome).Select(outcome => $"{outcome.Count()} {outcome.Key.Code()}"));
        Console.WriteLine(results.Count == 0 ? "Nothing differs from its source." : $"{results.Count} units: {counts}; {results.Sum(result => result.Rows)} rows, {results.Sum(result => result.Quarantined)} in quarantine.");
        if (published is not null)
        {
            Console.WriteLine(published.Number is { } number ? $"Publication {number}: {published.Outcome.Code()}." : $"Not published: {published.Outcome.Code()}.");
        }
    }
}
