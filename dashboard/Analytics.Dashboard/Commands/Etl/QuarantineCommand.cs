using System.CommandLine;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Loading;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary><c>analytics etl quarantine</c>.</summary>
internal static class QuarantineCommand
{
    public static Command Create()
    {
        var source = new Option<string?>("--source") { Description = "Only this source" };
        var table = new Option<string?>("--table") { Description = "Only this business process" };
        var json = EtlOptions.Json();
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
                Console.WriteLine($"  {row.Source}/{row.Process}/{row.Period}  {row.SourceKey,-24} {row.Rule} in {row.Column}, seen {(row.TimesSeen == 1 ? "once" : $"{row.TimesSeen} times")}");
            }

            return 0;
        });
        return command;
    }
}
