using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Analytics.Dashboard.Api;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Alerts;
using Analytics.Etl.Sources;
using Analytics.Etl.Alerts.Channels;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics alert list|test</c>.</summary>
internal static class AlertCommands
{
    private const int Newest = 50;

    public static Command Create() => new("alert", "What needs attention, and who is told") { List(), Test() };

    /// <summary>Tries the way to every channel for <c>config check</c>, without sending anything.</summary>
    public static async Task CheckAsync(AlertChannels channels, List<SourceFinding> findings, CancellationToken cancellationToken)
    {
        foreach (var channel in channels.All)
        {
            try
            {
                findings.Add(new SourceFinding(FindingLevel.Ok, $"alerts to {channel.Name}: {await channel.ProbeAsync(cancellationToken)}"));
            }
            catch (AlertDeliveryException exception)
            {
                findings.Add(new SourceFinding(FindingLevel.Wrong, exception.Message));
            }
        }
    }

    private static Command List()
    {
        var all = new Option<bool>("--all") { Description = "Also those whose cause is gone" };
        var json = new Option<bool>("--json") { Description = "For machines" };
        var command = new Command("list", "Causes that are there now, oldest first") { all, json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var ledger = host.Get<AlertLedger>();
            var alerts = parsed.GetValue(all) ? await ledger.NewestAsync(Newest, cancellationToken) : await ledger.OpenAsync(cancellationToken);
            if (parsed.GetValue(json))
            {
                Console.WriteLine(JsonSerializer.Serialize(
                    alerts.Select(alert => new
                    {
                        id = alert.Id, kind = alert.Kind.Code(), cause = alert.Cause, message = alert.Message,
                        openedAt = alert.OpenedAt, lastSeenAt = alert.LastSeenAt, timesSeen = alert.TimesSeen, closedAt = alert.ClosedAt,
                    }),
                    ValueJson.Options));
                return 0;
            }

            Console.WriteLine(alerts.Count == 0 ? "Nothing needs attention." : $"{alerts.Count} alerts.");
            foreach (var alert in alerts)
            {
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"  {alert.OpenedAt.UtcDateTime:yyyy-MM-dd HH:mm}Z  {alert.Kind.Code(),-22} {alert.Cause}{(alert.ClosedAt is { } closed ? $", over since {closed.UtcDateTime:yyyy-MM-dd HH:mm}Z" : "")}"));
                Console.WriteLine($"    {alert.Message}");
            }

            return 0;
        });
        return command;
    }

    private static Command Test()
    {
        var command = new Command("test", "Sends a test message to every channel; exit 1 with the server's reply when one does not take it");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var channels = host.Get<AlertChannels>().All;
            if (channels.Count == 0)
            {
                await Console.Error.WriteLineAsync("No channel is configured: set Alerts:Mail:Host or Alerts:Webhooks (docs/operations.md).");
                return 1;
            }

            var failed = 0;
            foreach (var channel in channels)
            {
                try
                {
                    await channel.SendAsync(AlertDigest.Test, cancellationToken);
                    Console.WriteLine($"{channel.Name}: taken.");
                }
                catch (AlertDeliveryException exception)
                {
                    failed++;
                    await Console.Error.WriteLineAsync(exception.Message);
                }
            }

            return failed == 0 ? 0 : 1;
        });
        return command;
    }
}
