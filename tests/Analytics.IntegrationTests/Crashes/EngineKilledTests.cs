using System.Diagnostics;
using Analytics.Etl;
using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
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

    [Fact]
    public async Task Rows_that_were_replaced_and_come_back_with_a_killed_engine_are_found_and_loaded_anew()
    {
        engine = await SharedEngine.StartAsync(folder.Path, Token);
        source = await (await SourceDatabase.CreateAsync(SourceKind.Sqlite, postgres, Token)).WithPaymentsAsync(Token);
        using var branch = await (await SourceDatabase.CreateAsync(SourceKind.Sqlite, postgres, Token, "branch")).WithPaymentsAsync(Token);
        await source.PayAsync(1, "2020-01-01", "A", 100_000, Token);
        await branch.PayAsync(1, "2020-01-01", "B", 100_000, Token);
        world = await World.OpenAsync(engine.Connection, Token, source, branch);

        // ClickHouse puts the new part there, then an empty part over the old one, and removes that a second later; here it does not.
        await world.RowsAsync("ALTER TABLE fact_benefit_payment MODIFY SETTING merge_tree_clear_old_parts_interval_seconds = 3600", Token);
        await world.LoadAndPublishAsync(Token);
        await branch.PayAsync(2, "2020-01-01", "C", 50_000, Token);
        await world.LoadAndPublishAsync(Token);
        Assert.Equal(["3"], await world.RowsAsync("SELECT count() FROM fact_benefit_payment", Token));
        var table = (await world.RowsAsync("SELECT data_paths[1] FROM system.tables WHERE database = currentDatabase() AND name = 'fact_benefit_payment'", Token))[0];
        var covers = Directory.GetDirectories(table, "202001_*").Where(static part => File.ReadAllText(Path.Combine(part, "count.txt")) == "0").ToList();
        using (var process = System.Diagnostics.Process.GetProcessById(engine.ProcessId!.Value))
        {
            process.Kill();
            await process.WaitForExitAsync(Token);
            covers.ForEach(static part => Directory.Delete(part, recursive: true));
            await AnswersAgainAsync(process.Id);
        }

        Assert.Equal(["branch|3", "social|3"], await world.RowsAsync("SELECT source, count() FROM fact_benefit_payment GROUP BY source ORDER BY source", Token));

        await world.Get<Schedule>().CheckAsync(Token);
        Assert.Equal(PublishOutcome.LoadsAtWork, (await world.PublishAsync(Token)).Outcome);
        Assert.Equal(2_500, await world.FigureAsync("paid_amount", "2020-01", Token));
        await world.LoadAndPublishAsync(Token);

        Assert.Equal(["3"], await world.RowsAsync("SELECT count() FROM fact_benefit_payment", Token));
        Assert.Equal((2_500m, 3m), (await world.FigureAsync("paid_amount", "2020-01", Token), await world.FigureAsync("families", "2020-01", Token)));
        Assert.Empty(await world.Get<FactAudit>().RunAsync(Token));
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
