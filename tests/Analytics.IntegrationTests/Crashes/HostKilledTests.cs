using Analytics.IntegrationTests.Servers;

namespace Analytics.IntegrationTests.Crashes;

/// <summary>kill -9 of `analytics etl run` in the middle of a load; every command after it is a new process on the same data directory.</summary>
public sealed class HostKilledTests(PostgresCluster postgres) : IDisposable
{
    private readonly TempFolder data = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => data.Dispose();

    [Fact]
    public async Task The_figures_are_those_of_the_last_publication_no_stage_remains_and_the_next_run_completes()
    {
        using var world = await ProgramWorld.OpenAsync(data.Path, postgres);
        Assert.Equal((0, ""), await world.RunAsync());
        Assert.Equal((12_000m, 12_000m), await world.FiguresAsync());

        await world.Source.ExecuteAsync("UPDATE payment SET paid_tiyn = 300", Token);
        foreach (var units in new[] { 1, 2, 3 })
        {
            await using (var run = await world.RunUntilAsync(units))
            {
                await run.KillAsync();
            }

            Assert.Equal((12_000m, 12_000m), await world.FiguresAsync());
            Assert.DoesNotContain("stage", (await world.CommandAsync("warehouse", "info")).Output, StringComparison.Ordinal);
        }

        Assert.Equal((0, ""), await world.RunAsync());
        Assert.Equal((36_000m, 12_000m), await world.FiguresAsync());
        var (exitCode, output, _) = await world.CommandAsync("etl", "verify");
        Assert.Equal((0, "12 units compared, 0 differ."), (exitCode, output.Split('\n')[0].TrimEnd()));
        Assert.DoesNotContain("stage", (await world.CommandAsync("warehouse", "info")).Output, StringComparison.Ordinal);
    }
}
