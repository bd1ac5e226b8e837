using System.CommandLine;
using Analytics.Dashboard.Hosting;
using Analytics.Etl.Alerts.Channels;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;

namespace Analytics.Dashboard.Commands;

/// <summary><c>analytics config check</c>: everything a run depends on, one line each.</summary>
internal static class ConfigCommand
{
    private const long NeededBytes = 2L << 30;

    public static Command Create()
    {
        var check = new Command("check", "Tests sources, mappings, engine, control database and disk; exit 1 when something is wrong");
        check.SetAction(async (parsed, cancellationToken) =>
        {
            var lines = new List<(bool Good, string What)>();
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            lines.Add((true, $"ClickHouse {await host.Get<WarehouseConnection>().Loader.ExecuteScalarAsync("SELECT version()", cancellationToken: cancellationToken)}, {host.Get<WarehouseConnection>().Description}"));
            await host.Get<ControlDatabase>().NowAsync(cancellationToken);
            lines.Add((true, host.Settings.ControlConnectionString is null ? $"control database: SQLite in {host.Settings.DataDirectory}" : "control database: PostgreSQL"));
            var free = new DriveInfo(host.Settings.DataDirectory).AvailableFreeSpace;
            lines.Add((free >= NeededBytes, $"free disk: {free >> 20} MB{(free >= NeededBytes ? "" : ", at least 2048 MB are needed")}"));
            var sources = host.Get<SourceRegistry>();
            if (sources.Names.Count == 0)
            {
                lines.Add((false, "no source is configured: add entries to the section Sources (docs/operations.md)"));
            }

            foreach (var feeds in sources.Feeds().GroupBy(feed => feed.Source))
            {
                await CheckAsync(feeds.Key, feeds.Select(feed => feed.Mapping), lines, cancellationToken);
            }

            await AlertCommands.CheckAsync(host.Get<AlertChannels>(), lines, cancellationToken);
            foreach (var (good, what) in lines)
            {
                Console.WriteLine($"{(good ? "ok   " : "WRONG")} {what.ReplaceLineEndings(" ")}");
            }

            return lines.All(line => line.Good) ? 0 : 1;
        });
        return new Command("config", "Configuration") { check };
    }

    private static async Task CheckAsync(ISource source, IEnumerable<Mapping> mappings, List<(bool, string)> lines, CancellationToken cancellationToken)
    {
        try
        {
            await using var snapshot = await source.BeginSnapshotAsync(cancellationToken);
            foreach (var mapping in mappings)
            {
                try
                {
                    await snapshot.CheckContractAsync(mapping, cancellationToken);
                    lines.Add((true, $"{source.Name}: {mapping.Process.Name} keeps its contract"));
                }
                catch (SourceException exception)
                {
                    lines.Add((false, exception.Message));
                }
            }
        }
        catch (SourceException exception)
        {
            lines.Add((false, exception.Message));
        }
    }
}
