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
    public async Task A_payment_of_nothing_makes_no_family()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.PayAsync(1, "2020-01-01", "A-1", 0, Token);
        await source.PayAsync(2, "2020-01-01", "B-2", 100, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);

        Assert.Equal(1, await world.FigureAsync("families", "2020-01", Token));
    }

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
