using System.Globalization;
using Analytics.ChaosTests.Faults;
using Analytics.ChaosTests.Running;

namespace Analytics.ChaosTests;

/// <summary>
/// All kinds of faults on purpose, while a reader looks on. By itself a short run; `./test --chaos MINUTES [--seed N]` sets
/// ANALYTICS_CHAOS_MINUTES and ANALYTICS_CHAOS_SEED.
/// </summary>
public sealed class ChaosTests
{
    [Fact]
    public async Task No_fault_leads_to_a_wrong_figure()
    {
        var minutes = double.Parse(Environment.GetEnvironmentVariable("ANALYTICS_CHAOS_MINUTES") ?? "0", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("ANALYTICS_CHAOS_SEED") ?? "1", CultureInfo.InvariantCulture);
        var log = Environment.GetEnvironmentVariable("ANALYTICS_CHAOS_LOG") ?? Path.GetTempFileName();
        Console.WriteLine($"Seed {seed}. Log: {log}");
        var faults = minutes > 0 ? FaultCatalogue.All : FaultCatalogue.Short;
        await using var world = await ChaosWorld.OpenAsync(seed, log);
        var run = new ChaosRun(world);
        await run.RunAsync(faults, TimeSpan.FromMinutes(minutes), atATime: minutes > 0 ? 8 : 12);
        Console.WriteLine($"{run.Outcomes.Count} faults, {world.Violations.All.Count} violations, {world.Watcher.Reads} reads by the reader, the engine ended by itself {world.Engine.EndedByItself} times, seed {seed}");
        Console.WriteLine(ChaosTable.Write(run.Outcomes, world.Harmed));
        Assert.Empty(world.Violations.All);
        Assert.Equal(faults.Select(fault => fault.Name).Distinct().Order(), run.Outcomes.Select(outcome => outcome.Fault).Distinct().Order());
    }
}
