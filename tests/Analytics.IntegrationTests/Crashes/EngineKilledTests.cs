using System.Diagnostics;
using Analytics.Etl;
using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Engine;

namespace Analytics.IntegrationTests.Crashes;

/// <summary>kill -9 of the engine in the middle of a load, while the program lives on.</summary>
public sealed class EngineKilledTests(PostgresCluster postgres) : IAsyncDisposable
{
    private const string Stages = "SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'stage%'";

    private readonly TempFolder folder = new();
    private EngineProcess? engine;
    private World? world;
    private SourceDatabase? source;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await (world?.DisposeAsync() ?? default);
        await (engine?.DisposeAsync() ?? default);
        source?.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task The_figures_stay_no_stage_remains_and_the_next_run_completes()
    {
        engine = await SharedEngine.StartAsync(folder.Path, Token);
        source = await (await SourceDatabase.CreateAsync(SourceKind.Postgresql, postgres, Token)).WithPaymentsAsync(Token);
        await source.ExecuteAsync(
            "INSERT INTO payment SELECT n, '2020-01-01', '631000000', NULL, 'H-' || n, 'low_income', 'conditional', 100, 100 FROM generate_series(1, 500000) AS n", Token);
        world = await World.OpenAsync(engine.Connection, Token, source);
        await world.LoadAndPublishAsync(Token);
        await source.ExecuteAsync("UPDATE payment SET paid_tiyn = 300", Token);

        var unit = Assert.Single((await world.FindDueAsync(Token)).Due);
        var loading = Task.Run(() => world.Get<LoadRun>().LoadAsync(unit, LoadOptions.Usual, Token), Token);
        while ((await world.RowsAsync(Stages, Token)).Count == 0)
        {
            await Task.Delay(1, Token);
        }

        var killed = engine.ProcessId!.Value;
        System.Diagnostics.Process.GetProcessById(killed).Kill();
        var result = await loading;

        Assert.Equal(LoadOutcome.Failed, result.Outcome);
        await AnswersAgainAsync(killed);
        Assert.Equal(500_000, await world.FigureAsync("paid_amount", "2020-01", Token));
        Assert.Equal(["500000"], await world.RowsAsync("SELECT toInt64(sum(paid)) FROM fact_benefit_payment", Token));

        await world.Get<Schedule>().CheckAsync(Token);
        Assert.Empty(await world.RowsAsync(Stages, Token));

        await world.LoadAndPublishAsync(Token);
        Assert.Equal(1_500_000, await world.FigureAsync("paid_amount", "2020-01", Token));
        Assert.Equal(500_000, await world.FigureAsync("families", "2020-01", Token));
        Assert.Empty(await world.RowsAsync(Stages, Token));
    }

    private async Task AnswersAgainAsync(int killed)
    {
        for (var patience = Stopwatch.StartNew(); patience.Elapsed < TimeSpan.FromSeconds(60); await Task.Delay(50, Token))
        {
            try
            {
                await world!.RowsAsync("SELECT 1", Token);
                Assert.NotEqual(killed, engine!.ProcessId);
                return;
            }
            catch (HttpRequestException)
            {
            }
        }

        Assert.Fail("The engine did not start again.");
    }
}
