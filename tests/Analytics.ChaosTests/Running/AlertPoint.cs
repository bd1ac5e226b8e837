using System.Diagnostics;
using Analytics.ChaosTests.Faults;
using Analytics.ChaosTests.Proxy;
using Analytics.ChaosTests.Sources;
using Npgsql;

namespace Analytics.ChaosTests.Running;

/// <summary>
/// Each kind of failure once more, when all else is quiet and for so long until it was told: so nothing is left to chance. Its alert must name the
/// cause, and be closed when the failure is over. Alerts of the failures before must be closed, too.
/// </summary>
public sealed class AlertPoint(ChaosWorld world)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private SourceTable Payments => world.Tables[0];

    private SourceTable Packages => world.Tables[1];

    private SourceTable East => world.Tables[3];

    public async Task CheckAsync()
    {
        await UntilAsync(static open => open.Count == 0 ? "" : $"All is quiet, and alerts are open: {string.Join(", ", open)}");

        // At once, because they are of different tables.
        await TellAsync(
            new LastingFailure("quarantine_threshold east/benefit_payments/2024-02", PoisonAsync),
            new LastingFailure("contract_broken social/social_packages", RenameAsync),
            new LastingFailure("sudden_drop social/benefit_payments/2024-03", EmptyAsync),
            new LastingFailure("source_unreachable branch", () => FaultCatalogue.All.Single(static fault => fault.Name == "the file of a SQLite source is away").InjectAsync(world)));
        await TellAsync(new LastingFailure("unit_failed social/benefit_payments/2024-04", () => HarmEngineAsync(ProxyMode.DropReplyOf("query=INSERT"))));
        await TellAsync(new LastingFailure("warehouse_unreachable warehouse", () => HarmEngineAsync(ProxyMode.Refuse)));
        await TellAsync(new LastingFailure("publication_failed publication", () => HarmEngineAsync(ProxyMode.DropReplyOf("INSERT INTO published_measure"))));
    }

    private async Task TellAsync(params LastingFailure[] failures)
    {
        var heals = new List<Func<Task>>();
        foreach (var failure in failures)
        {
            heals.Add(await failure.BeginAsync());
        }

        await UntilAsync(open => Missing(failures.Select(failure => failure.Alert).Except(open), "A failure lasts, and no alert tells it"));
        foreach (var heal in heals)
        {
            await heal();
        }

        await UntilAsync(static open => Missing(open, "The failure is over, and its alert is open"));
    }

    private static string Missing(IEnumerable<string> alerts, string what) => string.Join(", ", alerts) is { Length: > 0 } all ? $"{what}: {all}" : "";

    // Asks for what the schedule does by itself every few minutes.
    private async Task UntilAsync(Func<IReadOnlyList<string>, string> wrong)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromSeconds(1)))
        {
            try
            {
                if (wrong(await world.Control.OpenAlertsAsync()) is not { Length: > 0 } last)
                {
                    return;
                }

                if (patience.Elapsed > Patience)
                {
                    world.Violations.Add($"{last}, for {Patience.TotalSeconds} s");
                    return;
                }

                world.Jobs.Check();
                world.Jobs.Publish();
                world.Jobs.Tell();
            }
            catch (Exception exception) when (exception is NpgsqlException or Hangfire.BackgroundJobClientException && patience.Elapsed < Patience)
            {
            }
        }
    }

    private async Task<Func<Task>> PoisonAsync()
    {
        await East.ExecuteAsync("INSERT INTO payment VALUES (-1, '2024-02-01', '631000000', NULL, 'P-1', 'low_income', 'conditional', 100, -100), (-2, '2024-02-01', '631000000', NULL, 'P-1', 'low_income', 'conditional', 100, -100)");
        return () => East.ExecuteAsync("DELETE FROM payment WHERE row_id < 0");
    }

    private async Task<Func<Task>> RenameAsync()
    {
        await Packages.ExecuteAsync("ALTER TABLE package RENAME COLUMN category TO kind");
        return () => Packages.ExecuteAsync("ALTER TABLE package RENAME COLUMN kind TO category");
    }

    private async Task<Func<Task>> EmptyAsync()
    {
        var backup = Payments.Backup();
        await Payments.EmptyAsync(3);
        return () => Payments.RestoreAsync(backup);
    }

    // A row more, so that there is something to load and to publish.
    private async Task<Func<Task>> HarmEngineAsync(ProxyMode mode)
    {
        foreach (var proxy in world.ToEngine)
        {
            proxy.Mode = mode;
        }

        await Payments.InsertAsync(1);
        world.Jobs.Load(new Unit(Payments.Source, Payments.Process, 4));
        return () =>
        {
            foreach (var proxy in world.ToEngine)
            {
                proxy.Mode = ProxyMode.Pass;
            }

            return Task.CompletedTask;
        };
    }
}
