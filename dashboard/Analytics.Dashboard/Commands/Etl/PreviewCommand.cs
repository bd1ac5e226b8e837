using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Dimensions;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary><c>analytics etl preview</c>: what the loads that are due would change, by district and month; nothing is published.</summary>
internal static class PreviewCommand
{
    public static Command Create()
    {
        var options = new EtlOptions();
        var json = EtlOptions.Json();
        var command = new Command("preview", "Loads what differs into a stage, verifies it there and tells what would change; publishes nothing") { json };
        options.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var scope = options.Scope(parsed);
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            EtlOptions.RequireKnown(host.Get<SourceRegistry>(), scope);
            var (due, told) = await host.Get<LoadRun>().FindDueAsync(scope.Source, scope.Process, scope.Wants, mark: false, withHeld: true, cancellationToken);
            var failures = told.Select(failure => failure.Text).ToList();
            var results = new List<PreviewResult>();
            foreach (var unit in due)
            {
                results.Add(await host.Get<Preview>().RunAsync(unit, cancellationToken));
            }

            Console.WriteLine(parsed.GetValue(json) ? Json(results, failures) : Table(results, failures));
            foreach (var message in failures.Concat(results.Select(result => result.Message).Where(message => message.Length > 0)))
            {
                await Console.Error.WriteLineAsync(message.ReplaceLineEndings(" "));
            }

            return failures.Count > 0 || results.Any(result => result.Message.Length > 0) ? 1 : 0;
        });
        return command;
    }

    private static string Json(List<PreviewResult> results, IReadOnlyList<string> failures) => JsonSerializer.Serialize(
        new
        {
            units = results.Select(result => new
            {
                source = result.Unit.Source, table = result.Unit.Process, period = result.Unit.Period.Code, rows = result.Rows, quarantined = result.Quarantined,
                differences = result.Differences.Select(one => new
                {
                    territory = Territories.Shipped.Find(one.TerritoryId)?.Slug, month = one.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                    rowsBefore = one.RowsBefore, rowsAfter = one.RowsAfter, amountBefore = one.AmountBefore, amountAfter = one.AmountAfter,
                }),
                message = result.Message,
            }),
            failures,
        },
        ValueJson.Options);

    private static string Table(List<PreviewResult> results, IReadOnlyList<string> failures)
    {
        if (results.Count == 0)
        {
            return RunReport.NothingDue(failures);
        }

        var lines = new List<string> { $"{"",-44} {"month",-8} {"rows now",12} {"rows then",12} {"amount now",20} {"amount then",20}" };
        foreach (var result in results)
        {
            var end = result.Message.Length > 0 ? "; it would not be published" : result.Differences.Count == 0 ? "; no district differs" : "";
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{result.Unit}: {result.Rows} rows, {result.Quarantined} in quarantine{end}"));
            lines.AddRange(result.Differences.Select(one => string.Create(
                CultureInfo.InvariantCulture,
                $"  {Territories.Shipped.Find(one.TerritoryId)?.Slug,-42} {one.Month:yyyy-MM}  {one.RowsBefore,12} {one.RowsAfter,12} {one.AmountBefore,20:0.00} {one.AmountAfter,20:0.00}")));
        }

        return string.Join('\n', lines);
    }
}
