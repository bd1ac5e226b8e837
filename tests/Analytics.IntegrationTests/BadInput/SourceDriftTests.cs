using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.BadInput;

/// <summary>Tables of a source that change under their mapping.</summary>
[Collection("MariaDB")]
public sealed class SourceDriftTests(SharedEngine engine, PostgresCluster postgres, MariaDbServer mariaDb) : SmallWorldTests(engine, postgres, mariaDb)
{
    private const string ByName = "SELECT row_id, month, district_code, settlement_code, household_id, category, aid, assigned_tiyn, paid_tiyn FROM payment";

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql), InlineData(SourceKind.Mysql)]
    public async Task A_new_column_is_told_once_and_loads_go_on(SourceKind kind)
    {
        var source = await PaymentsAsync(kind);
        source.Map("benefit_payments", ByName);
        await source.PayAsync(1, "2020-01-01", "A-1", 100, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        Assert.Empty(await world.Get<SourceDrift>().NoticesAsync(Token));

        await source.ExecuteAsync("ALTER TABLE payment ADD COLUMN remark varchar(20)", Token);
        Assert.Empty((await world.FindDueAsync(Token)).Failures);
        Assert.Empty((await world.FindDueAsync(Token)).Failures);

        var notice = Assert.Single(await world.Get<SourceDrift>().NoticesAsync(Token));
        Assert.EndsWith($"payment: the column remark ({(kind == SourceKind.Postgresql ? "character varying" : "varchar")}(20)) is new", notice.Text, StringComparison.Ordinal);
        Assert.Equal(2, world.Log.Split("the column remark").Length);
    }

    [Theory, InlineData(SourceKind.Postgresql), InlineData(SourceKind.Mysql)]
    public async Task Another_type_that_is_still_accepted_is_told_and_loads_go_on(SourceKind kind)
    {
        var source = await PaymentsAsync(kind);
        await source.PayAsync(1, "2020-01-01", "A-1", 100, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);

        await source.ExecuteAsync(kind == SourceKind.Mysql ? "ALTER TABLE payment MODIFY paid_tiyn decimal(20,0)" : "ALTER TABLE payment ALTER paid_tiyn TYPE numeric(20,0)", Token);
        Assert.Empty((await world.FindDueAsync(Token)).Failures);

        var notice = Assert.Single(await world.Get<SourceDrift>().NoticesAsync(Token));
        Assert.Contains($"payment: the column paid_tiyn was bigint", notice.Text, StringComparison.Ordinal);
        Assert.EndsWith("(20,0) now", notice.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SourceKind.Sqlite, ByName)]
    [InlineData(SourceKind.Postgresql, ByName)]
    [InlineData(SourceKind.Mysql, ByName)]
    [InlineData(SourceKind.Sqlite, "SELECT * FROM payment")]
    [InlineData(SourceKind.Postgresql, "SELECT * FROM payment")]
    [InlineData(SourceKind.Mysql, "SELECT * FROM payment")]
    public async Task A_renamed_column_is_told_with_its_likely_new_name_and_the_other_mapping_loads(SourceKind kind, string sql)
    {
        var source = await (await PaymentsAsync(kind)).WithEventsAsync(Token);
        source.Map("benefit_payments", sql);
        await source.PayAsync(1, "2020-01-01", "A-1", 100, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);

        await source.ExecuteAsync("ALTER TABLE payment RENAME COLUMN paid_tiyn TO paid_amount", Token);
        await source.ExecuteAsync("ALTER TABLE payment ADD COLUMN returned_tiyn bigint", Token);
        await source.ExecuteAsync("INSERT INTO event VALUES (1, '2020-05-01', '631000000', 'Job fair', 30)", Token);
        var (due, failures) = await world.FindDueAsync(Token);

        Assert.Equal(["social/outreach_events/2020"], due.Select(unit => unit.ToString()));
        Assert.EndsWith("payment paid_tiyn is missing; paid_amount is new: was it renamed?", Assert.Single(failures), StringComparison.Ordinal);
        Assert.Equal(LoadOutcome.Loaded, Assert.Single(await world.LoadAsync(Token)).Outcome);
        Assert.Equal(1, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    [Fact]
    public async Task A_type_that_is_no_longer_accepted_is_told_with_the_one_before()
    {
        var source = await PaymentsAsync(SourceKind.Postgresql);
        await source.PayAsync(1, "2020-01-01", "A-1", 100, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);

        await source.ExecuteAsync("ALTER TABLE payment ALTER paid_tiyn TYPE double precision", Token);

        Assert.Equal(
            "The mapping benefit_payments.sql of source social returns the column paid_tiyn as double precision; expected smallint, integer, bigint or numeric, in tiyn."
            + " Since the last good check: in public.payment paid_tiyn was bigint and is double precision now.",
            Assert.Single((await world.FindDueAsync(Token)).Failures));
    }
}
