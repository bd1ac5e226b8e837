using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.BadInput;

/// <summary>One bad row among a hundred good ones, in each way in which a row can be bad.</summary>
public sealed class RejectedRowTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    // Number 7 of the source is the bad row; its values follow. The good ones are 101 to 200, of one tenge each.
    [Theory]
    [InlineData(SourceKind.Sqlite, "'2020-01-01', '639999999', NULL, 'B-1', 'low_income', 'conditional', 100, 100", "district_unknown in district_code")]
    [InlineData(SourceKind.Postgresql, "'2020-01-01', '639999999', NULL, 'B-1', 'low_income', 'conditional', 100, 100", "district_unknown in district_code")]
    [InlineData(SourceKind.Sqlite, "'2020-01-01', '635600000', NULL, 'B-1', 'low_income', 'conditional', 100, 100", "district_not_in_force in district_code")]
    [InlineData(SourceKind.Postgresql, "'2020-01-01', '635600000', NULL, 'B-1', 'low_income', 'conditional', 100, 100", "district_not_in_force in district_code")]
    [InlineData(SourceKind.Sqlite, "'2020-01-01', NULL, NULL, 'B-1', 'low_income', 'conditional', 100, 100", "district_missing in district_code")]
    [InlineData(SourceKind.Postgresql, "'2020-01-01', NULL, NULL, 'B-1', 'low_income', 'conditional', 100, 100", "district_missing in district_code")]
    [InlineData(SourceKind.Sqlite, "'2020-01-01', '631000000', NULL, NULL, 'low_income', 'conditional', 100, 100", "identifier_missing in household_id")]
    [InlineData(SourceKind.Postgresql, "'2020-01-01', '631000000', NULL, '  ', 'low_income', 'conditional', 100, 100", "identifier_missing in household_id")]
    [InlineData(SourceKind.Sqlite, "'2020-01-01', '631000000', NULL, 'B-1', NULL, 'conditional', 100, 100", "null_not_allowed in category")]
    [InlineData(SourceKind.Postgresql, "'2020-01-01', '631000000', NULL, 'B-1', 'low_income', 'conditional', NULL, 100", "null_not_allowed in assigned_tiyn")]
    [InlineData(SourceKind.Sqlite, "'2020-01-01', '631000000', NULL, 'B-1', 'rich', 'conditional', 100, 100", "category_unknown in category")]
    [InlineData(SourceKind.Sqlite, "'2020-01-01', '631000000', NULL, 'B-1', 'low_income', 'conditional', 100, -1", "amount_negative in paid_tiyn")]
    [InlineData(SourceKind.Postgresql, "'2020-01-01', '631000000', NULL, 'B-1', 'low_income', 'conditional', 100, -1", "amount_negative in paid_tiyn")]
    [InlineData(SourceKind.Sqlite, "'2020-01-01', '631000000', NULL, 'B-1', 'low_income', 'conditional', 100, 9000000000000000000", "amount_too_large in paid_tiyn")]
    [InlineData(SourceKind.Postgresql, "'2020-01-01', '631000000', NULL, 'B-1', 'low_income', 'conditional', 100, 9000000000000000000", "amount_too_large in paid_tiyn")]
    [InlineData(SourceKind.Sqlite, "'2020-01-01', '631000000', NULL, 'B-1', 'low_income', 'conditional', 100, 'much'", "wrong_type in paid_tiyn")]
    [InlineData(SourceKind.Sqlite, "'2020-01-01', '631000000', NULL, 'B-1', 'low_income', 'conditional', 100, 99.5", "amount_not_whole_tiyn in paid_tiyn")]
    [InlineData(SourceKind.Sqlite, "'2020-01-01', '631000000', '63', 'B-1', 'low_income', 'conditional', 100, 100", "settlement_unreadable in settlement_code")]
    [InlineData(SourceKind.Sqlite, "'2020-01-32', '631000000', NULL, 'B-1', 'low_income', 'conditional', 100, 100", "date_unreadable in month")]
    [InlineData(SourceKind.Sqlite, "'2020-01-01', '631000000', NULL, CAST(x'412dff' AS TEXT), 'low_income', 'conditional', 100, 100", "text_encoding_broken in household_id")]
    [InlineData(SourceKind.Sqlite, "'2020-01-01', '631000000', NULL, 'B-1', CAST(x'6cff' AS TEXT), 'conditional', 100, 100", "text_encoding_broken in category")]
    public async Task It_goes_to_quarantine_and_the_rest_is_published(SourceKind kind, string row, string rule)
    {
        var source = await HundredAsync(await PaymentsAsync(kind, threshold: 1));
        await source.ExecuteAsync($"INSERT INTO payment VALUES (7, {row})", Token);
        var world = await WorldAsync(source);

        await world.LoadAndPublishAsync(Token);

        Assert.Equal(["benefit_payments/2020-01 7: " + rule], await world.QuarantineAsync(Token));
        Assert.Equal(100, await world.FigureAsync("paid_amount", "2020-01", Token));
        Assert.Equal(100, await world.FigureAsync("families", "2020-01", Token));
        Assert.Empty((await world.FindDueAsync(Token)).Due);
    }

    [Theory]
    [InlineData("'NaN'")]
    [InlineData("'Infinity'")]
    [InlineData("99.5")]
    [InlineData("1e30")]
    public async Task A_numeric_that_is_no_whole_number_of_tiyn_goes_to_quarantine(string amount)
    {
        var source = await HundredAsync(await (await SourceAsync(SourceKind.Postgresql)).WithPaymentsAsync(Token, moneyType: "numeric"));
        await source.ExecuteAsync($"INSERT INTO payment VALUES (7, '2020-01-01', '631000000', NULL, 'B-1', 'low_income', 'conditional', 100, {amount})", Token);
        var world = await WorldAsync(source);

        await world.LoadAndPublishAsync(Token);

        Assert.Equal(["benefit_payments/2020-01 7: amount_not_whole_tiyn in paid_tiyn"], await world.QuarantineAsync(Token));
        Assert.Equal(100, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_in_a_database_without_encoding_go_to_quarantine()
    {
        var source = await HundredAsync(await (await SourceAsync(SourceKind.Postgresql, encoding: "SQL_ASCII")).WithPaymentsAsync(Token));
        await source.ExecuteAsync(@"INSERT INTO payment VALUES (7, '2020-01-01', '631000000', NULL, E'B\377', 'low_income', 'conditional', 100, 100)", Token);
        var world = await WorldAsync(source);

        await world.LoadAndPublishAsync(Token);

        Assert.Equal(["benefit_payments/2020-01 7: text_encoding_broken in household_id"], await world.QuarantineAsync(Token));
        Assert.Equal(100, await world.FigureAsync("families", "2020-01", Token));
    }

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task A_label_with_twelve_digits_goes_to_quarantine(SourceKind kind)
    {
        var source = await (await SourceAsync(kind, threshold: 50)).WithEventsAsync(Token);
        await source.ExecuteAsync("INSERT INTO event VALUES (1, '2020-05-01', '631000000', 'Job fair', 30), (2, '2020-05-02', '631000000', 'Visit to 850312300456', 1)", Token);
        var world = await WorldAsync(source);

        await world.LoadAndPublishAsync(Token);

        Assert.Equal(["outreach_events/2020 2: identifier_in_text in topic"], await world.QuarantineAsync(Token));
        Assert.Equal(1, await world.FigureAsync("outreach_events", "2020-05", Token));
        Assert.DoesNotContain("850312300456", world.Log, StringComparison.Ordinal);
    }

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task A_row_that_became_good_leaves_quarantine(SourceKind kind)
    {
        var source = await HundredAsync(await PaymentsAsync(kind));
        await source.PayAsync(7, "2020-01-01", "B-1", -100, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        Assert.Single(await world.QuarantineAsync(Token));

        await source.ExecuteAsync("UPDATE payment SET assigned_tiyn = 100, paid_tiyn = 100 WHERE row_id = 7", Token);
        await world.LoadAndPublishAsync(Token);

        Assert.Empty(await world.QuarantineAsync(Token));
        Assert.Equal(101, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task A_unit_above_the_threshold_fails_unpublished_and_the_last_publication_stays(SourceKind kind)
    {
        var source = await HundredAsync(await PaymentsAsync(kind));
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);

        await source.PayAsync(7, "2020-01-01", "Серікқызы", -100, Token);
        await source.PayAsync(8, "2020-01-01", "Серікқызы", -100, Token);
        await source.PayAsync(9, "2020-02-01", "B-2", 100, Token);
        var results = await world.LoadAsync(Token);
        await world.PublishAsync(Token);

        Assert.Equal([LoadOutcome.Failed, LoadOutcome.Loaded], results.Select(result => result.Outcome));
        Assert.Contains("2 of 102 rows were rejected (amount_negative in assigned_tiyn: 2), more than the 1 % allowed for source social", results[0].Message, StringComparison.Ordinal);
        Assert.Equal(
            ["benefit_payments/2020-01 7: amount_negative in assigned_tiyn", "benefit_payments/2020-01 8: amount_negative in assigned_tiyn"],
            await world.QuarantineAsync(Token));
        Assert.Equal(100, await world.FigureAsync("paid_amount", "2020-01", Token));
        Assert.Equal(1, await world.FigureAsync("paid_amount", "2020-02", Token));
        Assert.Equal(["social/benefit_payments/2020-01"], (await world.FindDueAsync(Token)).Due.Select(unit => unit.ToString()));
    }

    [Fact]
    public async Task A_row_number_that_could_be_a_person_is_not_kept()
    {
        var source = await (await SourceAsync(SourceKind.Postgresql, threshold: 100)).WithEventsAsync(Token);
        await source.ExecuteAsync("INSERT INTO event VALUES (850312300456, '2020-05-01', '639999999', 'Visit', 1)", Token);
        var world = await WorldAsync(source);

        await world.LoadAsync(Token);

        Assert.Equal(["outreach_events/2020 row 1 of the unit: district_unknown in district_code"], await world.QuarantineAsync(Token));
    }

    private static async Task<SourceDatabase> HundredAsync(SourceDatabase source)
    {
        await source.ExecuteAsync(
            "WITH RECURSIVE n(i) AS (SELECT 101 UNION ALL SELECT i + 1 FROM n WHERE i < 200) INSERT INTO payment SELECT i, "
            + (source.Kind == SourceKind.Sqlite ? "'2020-01-01'" : "DATE '2020-01-01'")
            + ", '631000000', NULL, 'H-' || i, 'low_income', 'conditional', 100, 100 FROM n",
            Token);
        return source;
    }
}
