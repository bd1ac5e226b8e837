using Analytics.Etl.Demo;
using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Etl.Sources.MySql;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.MySql;

/// <summary>MariaDB as a source of loads.</summary>
[Collection("MariaDB")]
public sealed class MySqlLoadTests(SharedEngine engine, PostgresCluster postgres, MariaDbServer mariaDb) : SmallWorldTests(engine, postgres, mariaDb)
{
    [Fact]
    public async Task Every_change_is_found_and_loaded()
    {
        var source = await PaymentsAsync(SourceKind.Mysql);
        await source.PayAsync(1, "2020-01-01", "A-1", 100_000, Token);
        await source.PayAsync(2, "2020-01-01", "B-2", 200_000, Token);
        await source.PayAsync(3, "2020-02-01", "A-1", 300_000, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        Assert.Equal(3000, await world.FigureAsync("paid_amount", "2020-01", Token));
        Assert.Empty((await world.FindDueAsync(Token)).Due);

        foreach (var (change, due) in new[]
        {
            ("INSERT INTO payment VALUES (4, '2020-01-01', '631000000', NULL, 'C-3', 'low_income', 'conditional', 100, 100)", "2020-01"),
            ("UPDATE payment SET paid_tiyn = 150050 WHERE row_id = 1", "2020-01"),
            ("UPDATE payment SET paid_tiyn = 350050 - paid_tiyn WHERE row_id IN (1, 2)", "2020-01"),
            ("UPDATE payment SET household_id = 'a-1' WHERE row_id = 1", "2020-01"),
            ("UPDATE payment SET household_id = 'a-1 ' WHERE row_id = 1", "2020-01"),
            ("UPDATE payment SET household_id = 'а-1' WHERE row_id = 1", "2020-01"),
            ("UPDATE payment SET category = 'low_income' WHERE row_id = 1", "2020-01"),
            ("UPDATE payment SET month = '2020-02-01' WHERE row_id = 2", "2020-01 2020-02"),
            ("DELETE FROM payment WHERE row_id = 3", "2020-02"),
            ("DELETE FROM payment WHERE month = '2020-01-01'", "2020-01"),
        })
        {
            await source.ExecuteAsync(change, Token);

            var results = await world.LoadAsync(Token);

            Assert.Equal(due, string.Join(' ', results.Select(result => result.Unit.Period.Code)));
            Assert.All(results, result => Assert.Equal("", result.Message));
        }

        await world.PublishAsync(Token);
        Assert.Equal(1500.50m, await world.FigureAsync("paid_amount", "2020-01..02", Token));
    }

    [Theory]
    [InlineData("UPDATE payment SET category = 'Low_income'", "category_unknown in category")]
    [InlineData("UPDATE payment SET category = 'low_income '", "category_unknown in category")]
    public async Task A_word_that_only_the_collation_calls_the_same_is_another_word(string change, string rule)
    {
        var source = await PaymentsAsync(SourceKind.Mysql, threshold: 100);
        await source.PayAsync(1, "2020-01-01", "A-1", 100_000, Token, category: "low_income");
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);

        await source.ExecuteAsync(change, Token);
        await world.LoadAsync(Token);

        Assert.Equal(["benefit_payments/2020-01 1: " + rule], await world.QuarantineAsync(Token));
    }

    [Fact]
    public async Task Poison_goes_to_quarantine_by_its_rule_and_the_rest_is_published()
    {
        var source = await SourceAsync(SourceKind.Mysql, threshold: 100);
        await source.ExecuteAsync(
            """
            SET sql_mode = 'ALLOW_INVALID_DATES';
            CREATE TABLE payment (
              row_id int, month date NOT NULL, district_code varchar(300), settlement_code varchar(20), household_id varbinary(50), category varchar(20), aid varchar(20),
              assigned_tiyn bigint unsigned, paid_tiyn decimal(40, 2));
            INSERT INTO payment VALUES
              (1, '2020-01-31', '631000000', NULL, 'A-1', 'low_income', 'conditional', 100, 100),
              (2, '2020-01-32', '631000000', NULL, 'A-1', 'low_income', 'conditional', 100, 100),
              (3, '2020-02-31', '631000000', NULL, 'A-1', 'low_income', 'conditional', 100, 100),
              (4, '2020-01-00', '631000000', NULL, 'A-1', 'low_income', 'conditional', 100, 100),
              (5, '2020-01-01', '631000000', NULL, 'A-1', 'low_income', 'conditional', 18446744073709551615, 100),
              (6, '2020-01-01', '631000000', NULL, 'A-1', 'low_income', 'conditional', 9000000000000000000, 100),
              (7, '2020-01-01', '631000000', NULL, 'A-1', 'low_income', 'conditional', 100, 99.5),
              (8, '2020-01-01', '631000000', NULL, 'A-1', 'low_income', 'conditional', 100, 99999999999999999999999999999999999999),
              (9, '2020-01-01', '631000000', NULL, 'A-1', 'low_income', 'conditional', 100, -1),
              (10, '2020-01-01', '631000000', NULL, x'41ff', 'low_income', 'conditional', 100, 100),
              (11, '2020-01-01', '631000000', NULL, '', 'low_income', 'conditional', 100, 100),
              (12, '2020-01-01', repeat('6', 300), NULL, 'A-1', 'low_income', 'conditional', 100, 100),
              (13, '2020-01-01', NULL, NULL, 'A-1', 'low_income', 'conditional', 100, 100),
              (14, '2020-01-01', '631000000', NULL, 'A-1', 'low_income', NULL, 100, 100),
              (15, '0000-00-00', '631000000', NULL, 'A-1', 'low_income', 'conditional', 100, 100)
            """,
            Token);
        source.Map("benefit_payments", "SELECT * FROM payment");
        var world = await WorldAsync(source);

        var results = await world.LoadAsync(Token);
        await world.PublishAsync(Token);

        Assert.Equal(
            ["2019-12 Loaded", "2020-01 Loaded", "2020-02 Loaded", "undated Failed"],
            results.Select(result => $"{result.Unit.Period} {result.Outcome}"));
        Assert.Equal(
            [
                "2019-12 4: date_out_of_range in month",
                "2020-01 10: text_encoding_broken in household_id",
                "2020-01 11: identifier_missing in household_id",
                "2020-01 12: district_unknown in district_code",
                "2020-01 13: district_missing in district_code",
                "2020-01 14: null_not_allowed in aid",
                "2020-01 5: amount_not_whole_tiyn in assigned_tiyn",
                "2020-01 6: amount_too_large in assigned_tiyn",
                "2020-01 7: amount_not_whole_tiyn in paid_tiyn",
                "2020-01 8: amount_not_whole_tiyn in paid_tiyn",
                "2020-01 9: amount_negative in paid_tiyn",
                "2020-02 3: date_out_of_range in month",
                "undated 15: date_out_of_range in month",
                "undated 2: date_out_of_range in month",
            ],
            (await world.QuarantineAsync(Token)).Select(row => row.Replace("benefit_payments/", "", StringComparison.Ordinal)));
        Assert.Equal(1, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    [Theory]
    [InlineData("datetime", "bigint", "returns the column month as datetime; expected date; write CAST(… AS DATE) around another type.")]
    [InlineData("date", "double", "returns the column assigned_tiyn as double; expected tinyint, smallint, mediumint, int, bigint (unsigned too) or decimal, in tiyn.")]
    public async Task A_type_that_is_not_accepted_is_named(string day, string money, string message)
    {
        var source = await (await SourceAsync(SourceKind.Mysql)).WithPaymentsAsync(Token, day, money);

        var failure = Assert.Single((await (await WorldAsync(source)).FindDueAsync(Token)).Failures);

        Assert.Contains(message, failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_in_the_data_quotes_no_value()
    {
        var source = await PaymentsAsync(SourceKind.Mysql);
        await source.PayAsync(1, "2020-01-01", "850312300456", 9_000_000_000_000_000_000, Token);
        source.Map("benefit_payments", "SELECT row_id, month, district_code, settlement_code, household_id, category, aid, assigned_tiyn, paid_tiyn + 850312300456 + 9000000000000000000 AS paid_tiyn FROM payment");
        var world = await WorldAsync(source);

        var failure = Assert.Single((await world.FindDueAsync(Token)).Failures);

        Assert.Equal("The mapping benefit_payments.sql of source social cannot be run: error 1690 in the data.", failure);
    }

    [Fact]
    public async Task A_server_that_is_silent_for_too_long_is_given_up()
    {
        var source = await PaymentsAsync(SourceKind.Mysql);
        await source.PayAsync(1, "2020-01-01", "A-1", 100_000, Token);
        source.Map("benefit_payments", "SELECT * FROM payment WHERE benchmark(2000000000, md5(household_id)) = 0");
        var world = await WorldAsync([new("Sources:0:TimeoutSeconds", "1")], TimeProvider.System, source);

        var failure = Assert.Single((await world.FindDueAsync(Token)).Failures);

        Assert.Equal("The source social broke off: it was silent for longer than its TimeoutSeconds allow.", failure);
    }

    [Fact]
    public async Task Settings_of_the_server_change_neither_the_snapshot_nor_the_meaning_of_a_mapping()
    {
        var source = await PaymentsAsync(SourceKind.Mysql);
        await source.PayAsync(1, "2020-01-01", "A-1", 100_000, Token);
        source.Map("benefit_payments", "SELECT row_id, month, district_code, settlement_code, household_id, category, \"conditional\" AS aid, assigned_tiyn, paid_tiyn, count(*) FROM payment GROUP BY row_id");
        var mapping = Mapping.In(new SourceOptions { Name = "social", Mapping = source.MappingFolder })[0];
        await source.ExecuteAsync("SET GLOBAL sql_mode = 'ANSI_QUOTES,PIPES_AS_CONCAT,ONLY_FULL_GROUP_BY,PAD_CHAR_TO_FULL_LENGTH', GLOBAL tx_isolation = 'READ-COMMITTED', GLOBAL sql_select_limit = 1", Token);
        try
        {
            await using var snapshot = await new MySqlSource(new SourceOptions { Name = "social" }, source.ConnectionString).BeginSnapshotAsync(Token);
            await source.PayAsync(2, "2020-01-01", "B-2", 100_000, Token);
            var totals = (await snapshot.AllTotalsAsync(mapping, Token)).Single();
            await using var later = await new MySqlSource(new SourceOptions { Name = "social" }, source.ConnectionString).BeginSnapshotAsync(Token);

            Assert.Equal((1, 200_000), (totals.Value.Rows, totals.Value.MoneyTiyn));
            Assert.Equal(2, (await later.TotalsAsync(mapping, totals.Key, Token)).Rows);
        }
        finally
        {
            await source.ExecuteAsync("SET GLOBAL sql_mode = DEFAULT, GLOBAL tx_isolation = DEFAULT, GLOBAL sql_select_limit = DEFAULT", Token);
        }
    }

    [Fact]
    public async Task The_demo_in_MariaDB_gives_the_published_figures_of_2020()
    {
        var database = await SourceAsync(SourceKind.Mysql);
        await DemoDatabases.WriteMySqlAsync(database.ConnectionString, new DemoOptions(From: "2020-01", To: "2020-12"), null, Token);
        var world = await WorldAsync(
            [.. new[] { "social", "employment", "akimat" }.Select(system => Keep(SourceDatabase.At(SourceKind.Mysql, database.ConnectionString, system, "demo-mysql/" + system)))]);

        await world.LoadAndPublishAsync(Token);

        foreach (var (indicator, figure) in new[] { ("families", 10_969m), ("paid_amount", 4_700_000_000m), ("placements", 2_907m), ("grant_applications", 1_060m), ("grants_approved", 875m), ("outreach_events", 77m) })
        {
            Assert.Equal(figure, await world.FigureAsync(indicator, "2020", Token));
        }

        Assert.Empty(await world.QuarantineAsync(Token));
        Assert.Empty((await world.FindDueAsync(Token)).Due);
    }
}
