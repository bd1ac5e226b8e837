using System.Diagnostics;
using Analytics.ChaosTests.Reading;
using Analytics.ChaosTests.Sources;
using Npgsql;

namespace Analytics.ChaosTests.Running;

/// <summary>The state in which nothing changes any more: what is published, the facts and the lattice must all be what the sources are.</summary>
public sealed class QuietPoint(ChaosWorld world)
{
    /// <summary>When everything equalled the sources, on the clock of <see cref="Stopwatch"/>.</summary>
    public long ReachedAt { get; private set; }

    /// <summary>Asks for checks all the while, many times as often as the schedule does.</summary>
    public async Task AskForChecksAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await Task.Run(world.Jobs.Check, cancellationToken);
            }
            catch (Exception exception) when (exception is NpgsqlException or Hangfire.BackgroundJobClientException or TimeoutException)
            {
                // The control database is away.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1200), cancellationToken);
        }
    }

    public async Task ReachAsync(TimeSpan patience)
    {
        string last = "";
        try
        {
            await ChaosWorld.UntilAsync(async () => (last = await MissingAsync()).Length == 0, patience, "");
        }
        catch (TimeoutException)
        {
            world.Violations.Add($"Not quiet within {patience.TotalSeconds} s: {last}");
        }

        ReachedAt = Stopwatch.GetTimestamp();
    }

    /// <summary>What must hold when nothing happens.</summary>
    public async Task CheckAsync()
    {
        await TryForAsync(TimeSpan.FromSeconds(20), async () =>
        {
            var stages = await world.Warehouse.StagesAsync();
            return stages.Count == 0 ? "" : $"Left over: {string.Join(", ", stages)}";
        });
        await TryForAsync(TimeSpan.FromSeconds(20), async () =>
        {
            var leases = await world.Control.LiveLeasesAsync();
            return leases.Count == 0 ? "" : $"Leases that nobody gives back: {string.Join(", ", leases)}";
        });
        await TryForAsync(TimeSpan.FromSeconds(5), async () =>
        {
            if (await world.Control.InForceAsync() is not [var publication])
            {
                return "No publication is in force";
            }

            var differences = await world.Warehouse.LatticeDifferencesAsync(publication.Number);
            return differences.Count == 0 ? "" : $"The lattice of publication {publication.Number} is not what the facts say: {string.Join("; ", differences.Take(5))}";
        });
    }

    // What still differs from the sources; empty when nothing does.
    private async Task<string> MissingAsync()
    {
        try
        {
            var unsettled = (await world.Control.UnitsAsync()).Where(unit => unit.State != "verified").ToList();
            if (unsettled.Count > 0)
            {
                return $"{unsettled.Count} units, such as {unsettled[0]}";
            }

            if (await world.Control.InForceAsync() is not [var publication])
            {
                return "no publication";
            }

            var facts = await world.Warehouse.FactsAsync();
            foreach (var unit in world.History.Units)
            {
                var (wanted, stored, published) = (world.History.Last(unit), facts.GetValueOrDefault(unit, Totals.Empty), publication.Units.GetValueOrDefault(unit));
                if (stored != wanted || published != (wanted.Rows, wanted.Money))
                {
                    return $"{unit}: the source holds {wanted}, the fact table {stored}, publication {publication.Number} {published}";
                }
            }

            return "";
        }
        catch (ClickHouse.Driver.ClickHouseServerException exception)
        {
            return exception.Message;
        }
    }

    private async Task TryForAsync(TimeSpan patience, Func<Task<string>> wrong)
    {
        var last = "";
        try
        {
            await ChaosWorld.UntilAsync(
                async () =>
                {
                    if ((last = await wrong()).Length > 0)
                    {
                        world.Jobs.Check();
                        await Task.Delay(TimeSpan.FromSeconds(1));
                    }

                    return last.Length == 0;
                },
                patience,
                "");
        }
        catch (TimeoutException)
        {
            world.Violations.Add(last);
        }
    }
}
