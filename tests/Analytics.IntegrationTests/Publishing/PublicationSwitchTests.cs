using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.IntegrationTests.Publishing;

public sealed class PublicationSwitchTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    [Fact]
    public async Task An_earlier_publication_is_returned_to_and_stays_until_the_latest_is_used_again()
    {
        var (source, world) = await TwoPublicationsAsync();

        Assert.False(await IsPinnedAsync(world));
        Assert.Equal((1, true), await world.Get<PublicationSwitch>().UseAsync(1, Token));
        Assert.True(await IsPinnedAsync(world));
        Assert.Equal(1000, await world.FigureAsync("paid_amount", "2020-01", Token));

        await source.ExecuteAsync("UPDATE payment SET paid_tiyn = 700000", Token);
        await world.LoadAsync(Token);
        Assert.Equal(PublishOutcome.Pinned, (await world.PublishAsync(Token)).Outcome);
        Assert.Equal(1000, await world.FigureAsync("paid_amount", "2020-01", Token));

        Assert.Equal((2, false), await world.Get<PublicationSwitch>().UseAsync(null, Token));
        Assert.False(await IsPinnedAsync(world));
        Assert.Equal(5000, await world.FigureAsync("paid_amount", "2020-01", Token));
        Assert.Equal(PublishOutcome.Published, (await world.PublishAsync(Token)).Outcome);
        Assert.Equal(7000, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    [Fact]
    public async Task A_publication_that_is_not_kept_cannot_be_used()
    {
        var (_, world) = await TwoPublicationsAsync();

        var wrong = await Assert.ThrowsAsync<LoadException>(() => world.Get<PublicationSwitch>().UseAsync(17, Token));

        Assert.Equal("Publication 17 is not kept. `analytics publication list` shows those that are.", wrong.Message);
        Assert.Equal(5000, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    [Fact]
    public async Task A_difference_names_the_cells_the_amounts_and_the_loads()
    {
        var (_, world) = await TwoPublicationsAsync();

        var changes = await world.Get<PublicationDiff>().RunAsync(1, 2, 1000, Token);

        var unit = Assert.Single(changes.Units);
        Assert.Equal(("social", "benefit_payments", "2020-01", 2000m, 6000m), (unit.Either.Source, unit.Either.Table, unit.Either.Period, unit.Before!.Amount, unit.After!.Amount));
        var cell = Assert.Single(changes.Cells, one => one is { Measure: "paid_amount", Boundaries: "as_reported", PeriodKind: "month", Category: "all", Aid: "all", TerritoryId: 1 });
        Assert.Equal((1000m, 5000m), (cell.Before, cell.After));
        Assert.Equal([unit], changes.CausesOf(cell));
        Assert.True(changes.IsComplete);
        Assert.DoesNotContain(changes.Cells, one => one.Measure == "families");
    }

    [Fact]
    public async Task Rows_that_a_late_worker_put_in_place_are_not_published_and_are_loaded_again()
    {
        var (source, world) = await TwoPublicationsAsync();
        await source.ExecuteAsync("UPDATE payment SET paid_tiyn = 700000", Token);
        await world.LoadAsync(Token);

        // What one who was paused past his lease does: his stage takes the place of the partition.
        await world.RowsAsync("CREATE TABLE late AS fact_benefit_payment", Token);
        await world.RowsAsync("INSERT INTO late SELECT * REPLACE (1 AS load_id, 9 AS paid) FROM fact_benefit_payment", Token);
        await world.RowsAsync("ALTER TABLE fact_benefit_payment REPLACE PARTITION 202001 FROM late", Token);

        Assert.Equal(PublishOutcome.LoadsAtWork, (await world.PublishAsync(Token)).Outcome);
        Assert.Equal(5000, await world.FigureAsync("paid_amount", "2020-01", Token));
        await world.LoadAndPublishAsync(Token);
        Assert.Equal(7000, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    private async Task<(SourceDatabase, World)> TwoPublicationsAsync()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.PayAsync(1, "2020-01-01", "F-1", 100_000, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        await source.ExecuteAsync("UPDATE payment SET paid_tiyn = 500000", Token);
        await world.LoadAndPublishAsync(Token);
        return (source, world);
    }

    private static async Task<bool> IsPinnedAsync(World world) => (await world.NewReader().ReadAsync(
        new IndicatorQuery([IndicatorCatalogue.Get("families")], [Territories.Shipped.Region], Period.OfYear(2020)), Token)).Publication.IsPinned;
}
