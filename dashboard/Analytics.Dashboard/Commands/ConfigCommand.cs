using System.CommandLine;
using Analytics.Dashboard.Hosting;
using Analytics.Dashboard.Pages.Maps.Layers;
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
        var check = new Command("check", "Tests sources, rights, mappings, indexes, clocks, engine, control database and disk; exit 1 when something is wrong");
        check.SetAction(async (parsed, cancellationToken) =>
        {
            await using var host = await CommandHost.OpenAsync(parsed.GetValue(CommandLine.Data)!, cancellationToken);
            var findings = new List<SourceFinding>();
            await CheckOwnAsync(host, findings, cancellationToken);
            var sources = host.Get<SourceRegistry>();
            if (sources.Names.Count == 0)
            {
                findings.Add(new SourceFinding(FindingLevel.Wrong, "no source is configured: add entries to the section Sources (docs/operations.md)"));
            }

            foreach (var name in sources.Names)
            {
                var feeds = sources.Feeds(name).GroupBy(feed => feed.Source).ToList();
                if (feeds.Count == 0)
                {
                    findings.Add(new SourceFinding(FindingLevel.Note, $"{name}: feeds nothing yet: there is no mapping file, or no file in the folder"));
                }

                foreach (var feed in feeds)
                {
                    await CheckAsync(feed.Key, [.. feed.Select(one => one.Mapping)], host.Get<TimeProvider>(), findings, cancellationToken);
                }
            }

            findings.AddRange(MapLayers.Read(host.Settings.Configuration, host.Settings.DataDirectory).Findings);
            await AlertCommands.CheckAsync(host.Get<AlertChannels>(), findings, cancellationToken);
            foreach (var finding in findings)
            {
                Console.WriteLine($"{Mark(finding.Level)} {finding.Text.ReplaceLineEndings(" ")}");
            }

            return findings.Any(finding => finding.Level == FindingLevel.Wrong) ? 1 : 0;
        });
        return new Command("config", "Configuration") { check };
    }

    private static string Mark(FindingLevel level) => level switch
    {
        FindingLevel.Ok => "ok   ",
        FindingLevel.Note => "note ",
        _ => "WRONG",
    };

    private static async Task CheckOwnAsync(CommandHost host, List<SourceFinding> findings, CancellationToken cancellationToken)
    {
        var warehouse = host.Get<WarehouseConnection>();
        var control = host.Get<ControlDatabase>();
        var clock = host.Get<TimeProvider>();
        findings.Add(new SourceFinding(FindingLevel.Ok, $"ClickHouse {await warehouse.Loader.ExecuteScalarAsync("SELECT version()", cancellationToken: cancellationToken)}, {warehouse.Description}"));
        findings.Add(await ClockSkew.AskAsync("ClickHouse", clock, async () => DateTimeOffset.FromUnixTimeMilliseconds(
            (long)(await warehouse.Loader.ExecuteScalarAsync("SELECT toUnixTimestamp64Milli(now64(3))", cancellationToken: cancellationToken))!)));
        findings.Add(await ClockSkew.AskAsync("the control database", clock, () => control.NowAsync(cancellationToken)));
        findings.Add(new SourceFinding(FindingLevel.Ok, host.Settings.ControlConnectionString is null ? $"control database: SQLite in {host.Settings.DataDirectory}" : "control database: PostgreSQL"));
        var free = new DriveInfo(host.Settings.DataDirectory).AvailableFreeSpace;
        findings.Add(free >= NeededBytes
            ? new SourceFinding(FindingLevel.Ok, $"free disk: {free >> 20} MB")
            : new SourceFinding(FindingLevel.Wrong, $"free disk: {free >> 20} MB, at least 2048 MB are needed"));
    }

    private static async Task CheckAsync(ISource source, IReadOnlyList<Mapping> mappings, TimeProvider clock, List<SourceFinding> findings, CancellationToken cancellationToken)
    {
        try
        {
            findings.AddRange((await source.DiagnoseAsync(mappings, clock, cancellationToken)).Select(finding => finding with { Text = $"{source.Name}: {finding.Text}" }));
            if (mappings.Count == 0)
            {
                findings.Add(new SourceFinding(FindingLevel.Note, $"{source.Name}: its mapping folder holds no file, so it feeds nothing"));
            }

            foreach (var mapping in mappings)
            {
                findings.Add(await CheckContractAsync(source, mapping, cancellationToken));
            }
        }
        catch (SourceException exception)
        {
            findings.Add(new SourceFinding(FindingLevel.Wrong, exception.Message));
        }
    }

    // Each in a snapshot of its own: one that cannot be run spoils the transaction for the next.
    private static async Task<SourceFinding> CheckContractAsync(ISource source, Mapping mapping, CancellationToken cancellationToken)
    {
        await using var snapshot = await source.BeginSnapshotAsync(cancellationToken);
        try
        {
            await snapshot.CheckContractAsync(mapping, cancellationToken);
            return new SourceFinding(FindingLevel.Ok, $"{source.Name}: {mapping.Process.Name} keeps its contract");
        }
        catch (SourceException exception)
        {
            return new SourceFinding(FindingLevel.Wrong, exception.Message);
        }
    }
}
