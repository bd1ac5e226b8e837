using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.BadInput;

/// <summary>Rows whose day belongs to no unit of loading: their own unit fails, the others are published.</summary>
public sealed class UndatedRowTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    [Theory]
    [InlineData(SourceKind.Sqlite, "'1999-12-31'", "date_out_of_range")]
    [InlineData(SourceKind.Postgresql, "'1999-12-31'", "date_out_of_range")]
    [InlineData(SourceKind.Sqlite, "'2101-01-01'", "date_out_of_range")]
    [InlineData(SourceKind.Postgresql, "'2101-01-01'", "date_out_of_range")]
    [InlineData(SourceKind.Postgresql, "'infinity'", "date_out_of_range")]
    [InlineData(SourceKind.Postgresql, "'-infinity'", "date_out_of_range")]
    [InlineData(SourceKind.Postgresql, "'0044-03-15 BC'", "date_out_of_range")]
    [InlineData(SourceKind.Postgresql, "'12020-01-01'", "date_out_of_range")]
    [InlineData(SourceKind.Sqlite, "NULL", "null_not_allowed")]
    [InlineData(SourceKind.Postgresql, "NULL", "null_not_allowed")]
    [InlineData(SourceKind.Sqlite, "'01.02.2020'", "date_unreadable")]
    [InlineData(SourceKind.Sqlite, "43831", "wrong_type")]
    public async Task The_undated_unit_fails_and_the_others_are_published(SourceKind kind, string day, string rule)
    {
        var source = await PaymentsAsync(kind);
        if (kind == SourceKind.Sqlite)
        {
            // A column without a type keeps a number a number.
            await source.ExecuteAsync("DROP TABLE payment; CREATE TABLE payment (row_id integer, month, district_code text, settlement_code text, household_id text, category text, aid text, assigned_tiyn integer, paid_tiyn integer)", Token);
        }

        await source.PayAsync(1, "2020-01-01", "A-1", 100, Token);
        await source.ExecuteAsync($"INSERT INTO payment VALUES (7, {day}, '631000000', NULL, 'B-1', 'low_income', 'conditional', 100, 100)", Token);
        var world = await WorldAsync(source);

        var results = await world.LoadAsync(Token);
        await world.PublishAsync(Token);

        Assert.Equal(["2020-01 Loaded", "undated Failed"], results.Select(result => $"{result.Unit.Period} {result.Outcome}"));
        Assert.Contains("1 rows have no date between 2000 and 2100 in month", results[1].Message, StringComparison.Ordinal);
        Assert.Equal([$"benefit_payments/undated 7: {rule} in month"], await world.QuarantineAsync(Token));
        Assert.Equal(1, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task When_the_day_is_corrected_nothing_is_left_of_the_undated_unit(SourceKind kind)
    {
        var source = await PaymentsAsync(kind);
        await source.PayAsync(1, "1999-01-01", "A-1", 100, Token);
        var world = await WorldAsync(source);
        await world.LoadAsync(Token);

        await source.ExecuteAsync("UPDATE payment SET month = '2020-01-01'", Token);
        await world.LoadAndPublishAsync(Token);

        Assert.Empty(await world.QuarantineAsync(Token));
        Assert.Equal(1, await world.FigureAsync("paid_amount", "2020-01", Token));
        Assert.Empty((await world.FindDueAsync(Token)).Due);
    }
}
