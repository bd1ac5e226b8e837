using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.Loading;

public sealed class PartsTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    [Fact]
    public async Task A_big_unit_is_read_in_parts_and_every_row_arrives_once()
    {
        var source = await PaymentsAsync(SourceKind.Postgresql);
        await source.ExecuteAsync(
            """
            INSERT INTO payment SELECT number * 3 - 400000, DATE '2020-01-01', '631000000', NULL, 'F-' || number, 'large_family', 'unconditional', number, number
            FROM generate_series(1, 250000) AS number
            """,
            Token);
        var world = await WorldAsync([new("Sources:0:ReadParts", "4")], TimeProvider.System, source);

        Assert.Equal((LoadOutcome.Loaded, 250_000), Assert.Single(await world.LoadAsync(Token)) is var result ? (result.Outcome, result.Rows) : default);

        Assert.Equal(["250000|250000|-399997|350000"], await world.RowsAsync("SELECT count(), uniqExact(row_id), min(row_id), max(row_id) FROM fact_benefit_payment", Token));
        Assert.Empty((await world.FindDueAsync(Token)).Due);
    }

    [Theory, InlineData("WIN1251"), InlineData("KOI8R"), InlineData("SQL_ASCII")]
    public async Task A_database_in_another_encoding_is_read_as_it_is(string encoding)
    {
        var source = await (await SourceAsync(SourceKind.Postgresql, encoding: encoding)).WithEventsAsync(Token);
        await source.ExecuteAsync("SET client_encoding TO 'UTF8'; INSERT INTO event VALUES (1, '2020-03-08', '631000000', 'Ярмарка вакансий', 120)", Token);
        var world = await WorldAsync(source);

        Assert.Equal((LoadOutcome.Loaded, ""), Assert.Single(await world.LoadAsync(Token)) is var result ? (result.Outcome, result.Message) : default);

        Assert.Equal(["Ярмарка вакансий|120"], await world.RowsAsync("SELECT topic, attendees FROM fact_outreach_event", Token));
        Assert.Empty((await world.FindDueAsync(Token)).Due);
    }

    [Fact]
    public async Task A_copy_that_the_server_breaks_off_fails_by_name_and_leaves_nothing()
    {
        var source = await PaymentsAsync(SourceKind.Postgresql);
        await source.ExecuteAsync(
            """
            INSERT INTO payment SELECT number, DATE '2020-01-01', '631000000', NULL, 'F-' || number, 'large_family', 'unconditional', number, number
            FROM generate_series(1, 50000) AS number
            """,
            Token);
        // The fingerprint does not divide; the rows that are copied do, at the last.
        source.Map("benefit_payments", "SELECT row_id, month, district_code, settlement_code, household_id, category, aid, assigned_tiyn, paid_tiyn + 1 / (50000 - row_id) AS paid_tiyn FROM payment");
        var world = await WorldAsync(source);

        var failed = await world.LoadUnitAsync("social/benefit_payments/2020-01", Token);

        Assert.Equal(LoadOutcome.Failed, failed.Outcome);
        Assert.Contains("source social", failed.Message, StringComparison.Ordinal);
        Assert.Contains("22012", failed.Message, StringComparison.Ordinal);
        Assert.Equal(["0"], await world.RowsAsync("SELECT count() FROM fact_benefit_payment", Token));
        Assert.Empty(await world.RowsAsync("SELECT name FROM system.tables WHERE database = currentDatabase() AND name LIKE 'stage%'", Token));
    }
}
