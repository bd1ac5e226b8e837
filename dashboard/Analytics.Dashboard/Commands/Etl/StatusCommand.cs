using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Alerts;
using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Commands.Etl;

/// <summary><c>analytics etl status</c>.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var json = EtlOptions.Json();
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

            // A table that cannot be read has units as they were: what is wrong with it is an alert.
            if ((await host.Get<AlertLedger>().OpenAsync(cancellationToken)).Count is var open and > 0)
            {
                Console.WriteLine($"open alerts: {open} (`analytics alert list`)");
            }

            return 0;
        });
        return command;
    }
}
