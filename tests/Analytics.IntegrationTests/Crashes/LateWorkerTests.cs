using Analytics.Etl.Alerts;
using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;
using Microsoft.EntityFrameworkCore;

namespace Analytics.IntegrationTests.Crashes;

/// <summary>A worker that was paused past his lease goes on where he stood, after another one has done the work.</summary>
public sealed class LateWorkerTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private static readonly UnitKey January = new("social", "benefit_payments", UnitPeriod.Parse("2020-01"));

    [Fact]
    public async Task He_empties_no_partition_that_was_loaded_meanwhile()
    {
        var world = await LoadedAsync();
        var warehouse = world.Get<WarehouseConnection>();
        var process = Processes.All.Single(one => one.Name == "benefit_payments");
        await using var late = await Stage.OpenAsync(warehouse, process, January, new Lease("fact_benefit_payment/202001", 1001), Token);
        await using var next = await Stage.OpenAsync(warehouse, process, January, new Lease("fact_benefit_payment/202001", 1002), Token);

        await Assert.ThrowsAnyAsync<Exception>(() => late.ReplacePartitionAsync(0, Token));
        Assert.Equal(["1"], await world.RowsAsync("SELECT count() FROM fact_benefit_payment", Token));
        await next.ReplacePartitionAsync(0, Token);
        Assert.Equal(["0"], await world.RowsAsync("SELECT count() FROM fact_benefit_payment", Token));
    }

    [Fact]
    public async Task He_leaves_the_ledger_as_the_later_load_wrote_it()
    {
        var world = await LoadedAsync();
        var ledger = world.Get<UnitLedger>();
        var before = await ledger.FindAsync(January, Token);

        Assert.False(await ledger.MarkLoadingAsync(January, 0, Token));
        Assert.False(await ledger.MarkFailedAsync(January, 0, "late", 0, Token));
        Assert.False(await ledger.MarkInDoubtAsync(January, 0, "late", Token));
        Assert.Equivalent(before, await ledger.FindAsync(January, Token));
    }

    [Fact]
    public async Task He_raises_no_alert_of_a_unit_that_was_loaded_meanwhile()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.PayAsync(1, "2020-01-01", "H-1", 100, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        await using var control = await world.Get<ControlDatabase>().OpenAsync(Token);
        await control.Units.ExecuteUpdateAsync(row => row.SetProperty(unit => unit.LoadId, 1_000_000), Token);
        await source.ExecuteAsync("UPDATE payment SET district_code = 'nowhere'", Token);

        Assert.Equal(LoadOutcome.Failed, (await world.LoadUnitAsync("social/benefit_payments/2020-01", Token)).Outcome);

        Assert.Empty(await world.Get<AlertLedger>().OpenAsync(Token));
    }

    [Fact]
    public async Task He_puts_no_publication_in_force()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.PayAsync(1, "2020-01-01", "H-1", 100, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        await source.PayAsync(2, "2020-01-01", "H-2", 100, Token);
        await world.LoadAsync(Token);

        var publishing = Task.Run(() => world.PublishAsync(Token), Token);
        await using var control = await world.Get<ControlDatabase>().OpenAsync(Token);
        while (!publishing.IsCompleted && !await control.Publications.AnyAsync(row => row.State == PublicationState.Building, Token))
        {
            await Task.Delay(1, Token);
        }

        // Somebody else has the lease now.
        Assert.Equal(1, await control.Leases.Where(lease => lease.Name == "publication").ExecuteUpdateAsync(row => row.SetProperty(lease => lease.Token, lease => lease.Token + 1), Token));
        Assert.Equal(PublishOutcome.Busy, (await publishing).Outcome);
        Assert.Equal(1m, await world.FigureAsync("families", "2020-01", Token));

        await world.Get<Leases>().ReleaseAllAsync(Token);
        Assert.Equal(PublishOutcome.Published, (await world.PublishAsync(Token)).Outcome);
        Assert.Equal(2m, await world.FigureAsync("families", "2020-01", Token));
    }

    private async Task<World> LoadedAsync()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.PayAsync(1, "2020-01-01", "H-1", 100, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        return world;
    }
}
