using Analytics.Etl;
using Analytics.Etl.Alerts;
using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.Alerts;

/// <summary>Source against warehouse, for every unit.</summary>
public sealed class VerificationTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private const string January = "social/benefit_payments/2020-01";

    [Fact]
    public async Task A_row_changed_in_ClickHouse_behind_our_back_is_drift_until_the_unit_is_loaded_anew()
    {
        var (world, _) = await LoadedAsync(SourceKind.Sqlite);
        await world.RowsAsync("ALTER TABLE fact_benefit_payment UPDATE paid = paid + 1 WHERE row_id = 1 SETTINGS mutations_sync = 2", Token);

        var found = await VerifyAsync(world);
        Assert.Equal((January, "the warehouse holds 1 rows that differ from the 1 last verified"), (Assert.Single(found.Differing).Unit.ToString(), found.Differing[0].Difference));
        Assert.Equal(January, Assert.Single(await world.Get<AlertLedger>().OpenAsync(Token)).Cause);
        Assert.Single(await world.Get<DriftLedger>().AllAsync(Token));
        var run = Assert.Single(await world.Get<DriftLedger>().HistoryAsync(9, Token));
        Assert.Equal((3L, 1L), (run.Units, run.Differing));

        await world.Get<Verification>().RepairAsync(found, Token);
        await world.LoadAndPublishAsync(Token);

        Assert.Empty(await world.Get<AlertLedger>().OpenAsync(Token));
        Assert.Empty(await world.Get<DriftLedger>().AllAsync(Token));
        Assert.True((await VerifyAsync(world)).IsGood);
    }

    [Fact]
    public async Task Rows_deleted_and_rows_that_no_load_brought_are_drift_and_the_night_repairs_them()
    {
        var (world, _) = await LoadedAsync(SourceKind.Sqlite);
        await world.RowsAsync("ALTER TABLE fact_benefit_payment DELETE WHERE row_id = 1 SETTINGS mutations_sync = 2", Token);
        await world.RowsAsync("INSERT INTO fact_benefit_payment SELECT * REPLACE (toDate('2021-07-01') AS month) FROM fact_benefit_payment WHERE row_id = 2", Token);

        await world.Get<Schedule>().VerifyAsync(Token);

        Assert.Equal([January, "social/benefit_payments/2021-07"], (await world.Get<AlertLedger>().OpenAsync(Token)).Select(alert => alert.Cause));
        await world.LoadAsync(Token);
        Assert.Empty(await world.Get<AlertLedger>().OpenAsync(Token));
        Assert.True((await VerifyAsync(world)).IsGood);
    }

    [Fact]
    public async Task A_source_that_is_away_keeps_nothing_from_the_others()
    {
        var (world, source) = await LoadedAsync(SourceKind.Sqlite);
        var file = source.ConnectionString.Split('=', ';')[1];
        File.Move(file, file + ".away");

        var result = await VerifyAsync(world);

        Assert.Contains("The source social", Assert.Single(result.Failures), StringComparison.Ordinal);
        Assert.Equal("akimat/outreach_events/2020", Assert.Single(result.Units).Unit.ToString());
        Assert.False(result.IsGood);
        Assert.Equal("social", Assert.Single(await world.Get<AlertLedger>().OpenAsync(Token)).Cause);
        File.Move(file + ".away", file);
    }

    [Fact]
    public async Task A_unit_that_is_being_loaded_is_no_drift_and_the_night_loads_what_the_source_has_changed()
    {
        var (world, source) = await LoadedAsync(SourceKind.Sqlite);
        await source.PayAsync(3, "2020-01-01", "A-2", 300, Token);
        var lease = (await world.Get<Leases>().TryAcquireAsync("fact_benefit_payment/202001", Token))!;
        var release = Task.Run(async () =>
        {
            await Task.Delay(TimeSpan.FromSeconds(1.5), Token);
            await world.Get<Leases>().ReleaseAsync(lease, Token);
        }, Token);

        var settled = await world.Get<Verification>().RunAsync(settle: true, Token);
        await release;

        Assert.Equal((3, true), (settled.Units.Count, settled.IsGood));
        Assert.Empty(await world.Get<AlertLedger>().NewestAsync(1, Token));
        Assert.Equal([January], settled.Publication.Unpublished);
        await world.PublishAsync(Token);
        Assert.Empty((await VerifyAsync(world)).Publication.Unpublished);
        Assert.Equal(4, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    [Fact]
    public async Task What_the_source_has_changed_since_its_load_differs_until_the_next()
    {
        var (world, source) = await LoadedAsync(SourceKind.Sqlite);
        await source.ExecuteAsync("DELETE FROM payment WHERE row_id = 1", Token);

        Assert.Equal(January, Assert.Single((await VerifyAsync(world)).Differing).Unit.ToString());
        Assert.Equal(January, Assert.Single(await world.Get<AlertLedger>().OpenAsync(Token)).Cause);
        await world.LoadAsync(Token);

        Assert.Empty(await world.Get<AlertLedger>().OpenAsync(Token));
    }

    private static Task<VerificationResult> VerifyAsync(World world) => world.Get<Verification>().RunAsync(settle: false, Token);

    // Two months of payments of one source, one year of events of another.
    private async Task<(World World, SourceDatabase Source)> LoadedAsync(SourceKind kind)
    {
        var source = await PaymentsAsync(kind);
        await source.PayAsync(1, "2020-01-01", "A-1", 100, Token);
        await source.PayAsync(2, "2020-02-01", "A-1", 200, Token);
        var other = await (await SourceAsync(SourceKind.Sqlite, "akimat")).WithEventsAsync(Token);
        await other.ExecuteAsync("INSERT INTO event VALUES (1, '2020-05-01', '631000000', 'Job fair', 30)", Token);
        var world = await WorldAsync(source, other);
        await world.LoadAndPublishAsync(Token);
        return (world, source);
    }
}
