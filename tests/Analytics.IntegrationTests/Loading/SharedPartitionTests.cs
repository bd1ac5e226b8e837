using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.Loading;

/// <summary>Two sources, or two workers, on one partition of a fact table.</summary>
public sealed class SharedPartitionTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private const string Facts = "SELECT source, row_id, paid FROM fact_benefit_payment ORDER BY ALL";

    [Fact]
    public async Task One_sources_load_leaves_another_sources_rows_alone()
    {
        var (one, two, world) = await TwoSourcesAsync();
        await world.LoadAndPublishAsync(Token);
        Assert.Equal(["one|1|10", "two|1|20"], await world.RowsAsync(Facts, Token));

        await one.ExecuteAsync("UPDATE payment SET paid_tiyn = 1100", Token);
        await world.LoadAsync(Token, "one");
        Assert.Equal(["one|1|11", "two|1|20"], await world.RowsAsync(Facts, Token));

        await one.ExecuteAsync("DELETE FROM payment", Token);
        await world.LoadAsync(Token, "one");
        Assert.Equal(["two|1|20"], await world.RowsAsync(Facts, Token));

        await two.ExecuteAsync("DELETE FROM payment", Token);
        await world.LoadAndPublishAsync(Token);
        Assert.Empty(await world.RowsAsync(Facts, Token));
    }

    [Fact]
    public async Task A_household_in_two_sources_is_one_family()
    {
        var (_, _, world) = await TwoSourcesAsync();
        await world.LoadAndPublishAsync(Token);

        Assert.Equal(1, await world.FigureAsync("families", "2020-01", Token));
        Assert.Equal(30, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    [Fact]
    public async Task Of_two_workers_on_one_unit_one_is_busy_and_the_result_is_right()
    {
        var source = await PaymentsAsync(SourceKind.Postgresql);
        await source.ExecuteAsync(
            "INSERT INTO payment SELECT n, '2020-01-01', '631000000', NULL, 'H-' || n, 'low_income', 'conditional', 100, 100 FROM generate_series(1, 200000) AS n", Token);
        var world = await WorldAsync(source);
        var unit = Assert.Single((await world.FindDueAsync(Token)).Due);

        var results = await Task.WhenAll(
            Task.Run(() => world.Get<LoadRun>().LoadAsync(unit, LoadOptions.Usual, Token), Token), Task.Run(() => world.Get<LoadRun>().LoadAsync(unit, LoadOptions.Usual, Token), Token));

        Assert.Equal([LoadOutcome.Loaded, LoadOutcome.Busy], results.Select(result => result.Outcome).Order());
        Assert.Equal(["200000|200000"], await world.RowsAsync("SELECT count(), uniqExact(row_id) FROM fact_benefit_payment", Token));
        Assert.Empty((await world.FindDueAsync(Token)).Due);
    }

    [Fact]
    public async Task Many_loads_of_different_units_at_once_lose_no_row()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.ExecuteAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 23999)
            INSERT INTO payment
            SELECT i, printf('20%02d-%02d-01', 18 + i % 24 / 12, 1 + i % 12), '634000000', NULL, 'H-' || i, 'low_income', 'conditional', 100, 100 FROM n
            """,
            Token);
        var world = await WorldAsync(source);
        var (due, _) = await world.FindDueAsync(Token);

        await Parallel.ForEachAsync(due, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = Token }, async (unit, token) =>
            Assert.Equal(LoadOutcome.Loaded, (await world.Get<LoadRun>().LoadAsync(unit, LoadOptions.Usual, token)).Outcome));

        Assert.Equal(24, due.Count);
        Assert.Equal(["24000|24"], await world.RowsAsync("SELECT count(), uniqExact(month) FROM fact_benefit_payment", Token));
        Assert.Empty(await world.RowsAsync("SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'stage%'", Token));
    }

    private async Task<(SourceDatabase One, SourceDatabase Two, World World)> TwoSourcesAsync()
    {
        var one = await PaymentsAsync(SourceKind.Sqlite, "one");
        await one.PayAsync(1, "2020-01-01", "A-1", 1000, Token);
        var two = await PaymentsAsync(SourceKind.Postgresql, "two");
        await two.PayAsync(1, "2020-01-01", "A-1", 2000, Token);
        return (one, two, await WorldAsync(one, two));
    }
}
