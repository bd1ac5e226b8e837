using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Control;

namespace Analytics.IntegrationTests.Loading;

public sealed class SuddenDropTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private const string Unit = "social/benefit_payments/2020-01";

    [Fact]
    public async Task A_month_that_lost_most_of_its_rows_waits_for_an_operator_and_keeps_its_figures()
    {
        var (source, world) = await TwentyPaymentsAsync();
        await source.ExecuteAsync("DELETE FROM payment WHERE row_id > 9", Token);

        var held = Assert.Single(await world.LoadAsync(Token));
        await world.PublishAsync(Token);

        Assert.Equal(LoadOutcome.Held, held.Outcome);
        Assert.Equal(
            "social/benefit_payments/2020-01 waits for confirmation: the source holds 9 rows, 20 were loaded last, a loss of 55 %; 50 % is allowed. When the rows are rightly gone, run `analytics etl run --accept-drop --source social --table benefit_payments`; else restore them at the source.",
            held.Message);
        Assert.Equal(20, await world.FigureAsync("families", "2020-01", Token));
        Assert.Equal(UnitState.Held, (await world.Get<UnitLedger>().AllAsync(Token)).Single().State);
    }

    [Fact]
    public async Task A_month_that_waits_is_not_read_again_until_it_changes()
    {
        var (source, world) = await TwentyPaymentsAsync();
        await source.ExecuteAsync("DELETE FROM payment WHERE row_id > 9", Token);
        await world.LoadAsync(Token);

        Assert.Empty((await world.FindDueAsync(Token)).Due);
        await source.ExecuteAsync("DELETE FROM payment WHERE row_id = 9", Token);
        Assert.Equal([Unit], (await world.FindDueAsync(Token)).Due.Select(unit => unit.ToString()));
    }

    [Fact]
    public async Task With_the_operators_confirmation_the_drop_is_loaded()
    {
        var (source, world) = await TwentyPaymentsAsync();
        await source.ExecuteAsync("DELETE FROM payment", Token);
        Assert.Equal(LoadOutcome.Held, Assert.Single(await world.LoadAsync(Token)).Outcome);

        var (due, _) = await world.Get<LoadRun>().FindDueAsync(null, null, static _ => true, mark: true, withHeld: true, Token);
        var accepted = await world.Get<LoadRun>().LoadAsync(Assert.Single(due), new LoadOptions(AcceptDrop: true), Token);

        Assert.Equal((LoadOutcome.Loaded, 0), (accepted.Outcome, accepted.Rows));
        Assert.Equal(["0"], await world.RowsAsync("SELECT count() FROM fact_benefit_payment", Token));
        Assert.Empty((await world.FindDueAsync(Token)).Due);
    }

    [Fact]
    public async Task Rows_that_come_back_end_the_waiting()
    {
        var (source, world) = await TwentyPaymentsAsync();
        await source.ExecuteAsync("DELETE FROM payment WHERE row_id > 5", Token);
        await world.LoadAsync(Token);
        await FillAsync(source, 6, 20);

        Assert.Equal(LoadOutcome.Loaded, Assert.Single(await world.LoadAsync(Token)).Outcome);
        Assert.Equal(UnitState.Verified, (await world.Get<UnitLedger>().AllAsync(Token)).Single().State);
    }

    [Fact]
    public async Task Half_of_the_rows_may_go()
    {
        var (source, world) = await TwentyPaymentsAsync();
        await source.ExecuteAsync("DELETE FROM payment WHERE row_id > 10", Token);

        Assert.Equal((LoadOutcome.Loaded, 10), Assert.Single(await world.LoadAsync(Token)) is var result ? (result.Outcome, result.Rows) : default);
    }

    [Fact]
    public async Task A_preview_tells_what_would_change_in_each_district_and_changes_nothing()
    {
        var (source, world) = await TwentyPaymentsAsync();
        await source.ExecuteAsync("UPDATE payment SET district_code = '632800000' WHERE row_id <= 2", Token);
        await source.ExecuteAsync("UPDATE payment SET paid_tiyn = 150050 WHERE row_id = 20", Token);
        var due = Assert.Single((await world.Get<LoadRun>().FindDueAsync(null, null, static _ => true, mark: false, withHeld: true, Token)).Due);

        var preview = await world.Get<Preview>().RunAsync(due, Token);

        Assert.Equal((20, 0, ""), (preview.Rows, preview.Quarantined, preview.Message));
        Assert.Equal(
            ["oskemen 2020-01-01: 20 → 18 rows, 40000.00 → 36500.50", "semey 2020-01-01: 0 → 2 rows, 0.00 → 4000.00"],
            preview.Differences
                .Select(one => FormattableString.Invariant(
                    $"{Analytics.Warehouse.Dimensions.Territories.Shipped.Find(one.TerritoryId)!.Slug} {one.Month:yyyy-MM-dd}: {one.RowsBefore} → {one.RowsAfter} rows, {one.AmountBefore:0.00} → {one.AmountAfter:0.00}"))
                .Order(StringComparer.Ordinal));
        Assert.Equal(["20"], await world.RowsAsync("SELECT count() FROM fact_benefit_payment WHERE paid = 1000", Token));
        Assert.Empty(await world.RowsAsync("SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'stage%'", Token));
        Assert.Equal([Unit], (await world.FindDueAsync(Token)).Due.Select(unit => unit.ToString()));
    }

    private async Task<(SourceDatabase, World)> TwentyPaymentsAsync()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await FillAsync(source, 1, 20);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        return (source, world);
    }

    private static async Task FillAsync(SourceDatabase source, int first, int last)
    {
        for (var id = first; id <= last; id++)
        {
            await source.PayAsync(id, "2020-01-01", $"F-{id}", 100_000, Token);
        }
    }
}
