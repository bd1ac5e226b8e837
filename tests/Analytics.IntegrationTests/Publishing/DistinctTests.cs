using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.Publishing;

/// <summary>A household that moved is one family of the region and of the year, and one of each district it lived in.</summary>
public sealed class DistinctTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    [Fact]
    public async Task The_regions_families_are_not_the_sum_of_its_districts()
    {
        var world = await MovedAsync();

        Assert.Equal(2, await world.FigureAsync("families", "2020-01..04", Token, "oskemen"));
        Assert.Equal(1, await world.FigureAsync("families", "2020-01..04", Token, "ridder"));
        Assert.Equal(2, await world.FigureAsync("families", "2020-01..04", Token));
    }

    [Fact]
    public async Task A_quarters_families_are_not_the_sum_of_its_months_and_unknown_while_a_month_is_missing()
    {
        var world = await MovedAsync();

        Assert.Equal(2, await world.FigureAsync("families", "2020-01", Token));
        Assert.Equal(1, await world.FigureAsync("families", "2020-02", Token));
        Assert.Equal(0, await world.FigureAsync("families", "2020-03", Token));
        Assert.Equal(1, await world.FigureAsync("families", "2020-04", Token));
        Assert.Equal(2, await world.FigureAsync("families", "2020Q1", Token));
        Assert.Null(await world.FigureAsync("families", "2020Q2", Token));
        Assert.Equal(2, await world.FigureAsync("families", "2020-01..04", Token));
    }

    [Fact]
    public async Task All_months_quarters_and_years_to_date_of_a_year_are_counted_each_in_its_own_right()
    {
        // A household of its own every month, one paid all the year, in two years.
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.ExecuteAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 47)
            INSERT INTO payment
            SELECT i, printf('%d-%02d-01', 2019 + i / 24, 1 + i / 2 % 12), '631000000', NULL, iif(i % 2, 'always', 'only ' || i), 'low_income', 'conditional', 100, 100 FROM n
            """,
            Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);

        int[] months = [.. Enumerable.Repeat(2, 24)], quarters = [.. Enumerable.Repeat(4, 8)], toDate = [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13];
        Assert.Equal(months, await FiguresAsync(world, "families", "month"));
        Assert.Equal(quarters, await FiguresAsync(world, "families", "quarter"));
        Assert.Equal([.. toDate, .. toDate], await FiguresAsync(world, "families", "ytd"));
        Assert.Equal([.. toDate, .. toDate.Select(families => families - 1)], await FiguresAsync(world, "families_new", "ytd"));
        Assert.Equal(toDate.Select(families => families - 1), await FiguresAsync(world, "families_exited", "ytd"));
    }

    [Fact]
    public async Task A_payment_of_nothing_makes_no_family()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.PayAsync(1, "2020-01-01", "A-1", 0, Token);
        await source.PayAsync(2, "2020-01-01", "B-2", 100, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);

        Assert.Equal(1, await world.FigureAsync("families", "2020-01", Token));
    }

    private static async Task<IEnumerable<int>> FiguresAsync(World world, string measure, string kind) =>
        (await world.RowsAsync(
            $"SELECT toInt32(value) FROM published_measure WHERE measure = '{measure}' AND period_kind = '{kind}' AND territory_id = 1 AND category = 'all' AND aid_kind = 'all' AND boundaries = 'as_reported' AND period_end < '2021-01-01' ORDER BY period_end",
            Token)).Select(figure => int.Parse(figure, System.Globalization.CultureInfo.InvariantCulture));

    // A moves from Oskemen to Ridder in February and is paid again in April; B stays in Oskemen.
    private async Task<World> MovedAsync()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.PayAsync(1, "2020-01-01", "A", 100, Token, district: "631000000");
        await source.PayAsync(2, "2020-01-01", "B", 100, Token, district: "631000000");
        await source.PayAsync(3, "2020-02-01", "A", 100, Token, district: "632400000");
        await source.PayAsync(4, "2020-04-01", "A", 100, Token, district: "632400000");
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        return world;
    }
}
