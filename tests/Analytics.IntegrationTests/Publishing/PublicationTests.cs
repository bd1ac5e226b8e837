using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Publications;
using ClickHouse.Driver;

namespace Analytics.IntegrationTests.Publishing;

public sealed class PublicationTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    [Fact]
    public async Task Every_measure_runs_on_empty_tables()
    {
        var world = await WorldAsync();
        var changes = MeasureCatalogue.All.Select(measure => (measure.Fact, 2020)).Append(("fact_target", 2020)).ToHashSet();

        await world.Get<LatticeBuilder>().BuildAsync(1, null, changes, static () => Task.FromResult(true), Token);

        Assert.Equal(["0"], await world.RowsAsync("SELECT count() FROM published_measure", Token));
    }

    [Fact]
    public async Task Before_the_first_publication_there_is_no_figure()
    {
        var world = await WorldAsync(await PaymentsAsync(SourceKind.Sqlite));

        await Assert.ThrowsAsync<NothingPublishedException>(() => world.FigureAsync("families", "2020", Token));
        Assert.Equal(PublishOutcome.NothingNew, (await world.PublishAsync(Token)).Outcome);
    }

    [Fact]
    public async Task Loaded_but_unpublished_rows_are_not_seen()
    {
        var (source, world) = await OneMonthAsync();

        await source.ExecuteAsync("UPDATE payment SET paid_tiyn = 500", Token);
        await world.LoadAsync(Token);

        Assert.Equal(1, await world.FigureAsync("paid_amount", "2020-01", Token));
        await world.PublishAsync(Token);
        Assert.Equal(5, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    [Fact]
    public async Task Readers_see_the_old_figures_until_the_new_are_complete()
    {
        var (source, world) = await OneMonthAsync();
        var seen = new List<(decimal? Paid, decimal? Attendees)>();
        for (var round = 2; round <= 6; round++)
        {
            await source.ExecuteAsync($"UPDATE payment SET paid_tiyn = {round}00; UPDATE event SET attendees = {round}", Token);
            await world.LoadAsync(Token);
            var publishing = Task.Run(() => world.PublishAsync(Token), Token);
            while (!publishing.IsCompleted)
            {
                seen.Add(await BothAsync(world));
            }

            Assert.Equal(PublishOutcome.Published, (await publishing).Outcome);
            Assert.Equal((round, round), await BothAsync(world));
        }

        Assert.NotEmpty(seen);
        Assert.All(seen, figures => Assert.Equal(figures.Paid, figures.Attendees));
    }

    [Fact]
    public async Task Years_that_did_not_change_are_carried_over()
    {
        var (source, world) = await OneMonthAsync();
        await source.PayAsync(2, "2021-01-01", "A-1", 700, Token);
        await world.LoadAndPublishAsync(Token);

        Assert.Equal(1, await world.FigureAsync("paid_amount", "2020", Token));
        Assert.Equal(7, await world.FigureAsync("paid_amount", "2021-01", Token));
        Assert.Equal(["1", "2"], await world.RowsAsync("SELECT DISTINCT publication_id FROM published_measure ORDER BY 1", Token));
    }

    [Fact]
    public async Task No_publication_is_made_while_a_unit_is_in_doubt()
    {
        var (source, world) = await OneMonthAsync();
        await source.ExecuteAsync("UPDATE event SET attendees = 9", Token);
        await world.LoadAsync(Token);

        await world.Get<UnitLedger>().MarkLoadingAsync(new UnitKey("social", "benefit_payments", UnitPeriod.Parse("2020-01")), long.MaxValue, Token);
        Assert.Equal(PublishOutcome.LoadsAtWork, (await world.PublishAsync(Token)).Outcome);

        await world.LoadAsync(Token);
        Assert.Equal(PublishOutcome.Published, (await world.PublishAsync(Token)).Outcome);
        Assert.Equal((1, 9), await BothAsync(world));
    }

    [Fact]
    public async Task What_an_unfinished_publication_left_is_removed_at_the_next_start()
    {
        var (_, world) = await OneMonthAsync();
        await world.Get<WarehouseConnection>().Loader.ExecuteNonQueryAsync(
            "INSERT INTO published_measure SELECT 99, * EXCEPT publication_id FROM published_measure", cancellationToken: Token);

        await world.Get<Recovery>().RunAsync(aloneHere: true, Token);

        Assert.Equal(["1"], await world.RowsAsync("SELECT DISTINCT publication_id FROM published_measure", Token));
        Assert.Equal(1, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    private static async Task<(decimal?, decimal?)> BothAsync(World world)
    {
        var query = new Warehouse.Indicators.IndicatorQuery(
            [Warehouse.Indicators.IndicatorCatalogue.Find("paid_amount")!, Warehouse.Indicators.IndicatorCatalogue.Find("outreach_attendees")!],
            [Warehouse.Dimensions.Territories.Shipped.Region],
            Warehouse.Indicators.Period.OfMonth(2020, 1));
        var answer = await world.NewReader().ReadAsync(query, Token);
        return (answer.Values[0].Figure.Value, answer.Values[1].Figure.Value);
    }

    // January 2020: one tenge paid, one attendee.
    private async Task<(SourceDatabase Source, World World)> OneMonthAsync()
    {
        var source = await (await PaymentsAsync(SourceKind.Sqlite)).WithEventsAsync(Token);
        await source.PayAsync(1, "2020-01-01", "A-1", 100, Token);
        await source.ExecuteAsync("INSERT INTO event VALUES (1, '2020-01-10', '631000000', 'Job fair', 1)", Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        return (source, world);
    }
}
