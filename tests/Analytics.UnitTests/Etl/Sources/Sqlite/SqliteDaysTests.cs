using Analytics.Etl.Sources;
using Analytics.Etl.Sources.Sqlite;
using CsCheck;
using Microsoft.Data.Sqlite;

namespace Analytics.UnitTests.Etl.Sources.Sqlite;

public sealed class SqliteDaysTests
{
    [Theory]
    [InlineData("2020-06-15", "2020-06")]
    [InlineData("2020-06-01", "2020-06")]
    [InlineData("2020-06-31", "2020-06")]
    [InlineData("2020-06", "2020-05")]
    [InlineData("2020-06-01 10:00", "2020-06")]
    [InlineData("2020-07-00", "2020-06")]
    [InlineData("2020-13-01", "2020-12")]
    [InlineData("2020-1-1", "2020-09")]
    [InlineData("2020", "2019-12")]
    [InlineData("20200615", "2020-12")]
    [InlineData("2100-12-31", "2100-12")]
    [InlineData("1999-12-31", "undated")]
    [InlineData("2101-01-01", "undated")]
    [InlineData("15.06.2020", "undated")]
    [InlineData("весна", "undated")]
    [InlineData("", "undated")]
    public void A_text_falls_into_the_month_whose_filter_takes_it(string text, string unit) =>
        Assert.Equal(unit, SqliteDays.UnitOf(text, UnitSize.Month).Code);

    [Theory]
    [InlineData("2020-06-15", "2020")]
    [InlineData("2020-99-99", "2020")]
    [InlineData("2020", "2019")]
    [InlineData("2101-01-01", "undated")]
    public void A_text_falls_into_the_year_whose_filter_takes_it(string text, string unit) =>
        Assert.Equal(unit, SqliteDays.UnitOf(text, UnitSize.Year).Code);

    [Fact]
    public void What_is_no_text_is_undated()
    {
        Assert.True(SqliteDays.UnitOf(null, UnitSize.Month).IsUndated);
        Assert.True(SqliteDays.UnitOf(DBNull.Value, UnitSize.Month).IsUndated);
        Assert.True(SqliteDays.UnitOf(20200615L, UnitSize.Month).IsUndated);
        Assert.True(SqliteDays.UnitOf(2020.5, UnitSize.Month).IsUndated);
    }

    [Fact]
    public void Whatever_a_column_holds_SQLite_finds_it_in_the_unit_and_not_in_the_one_beside()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var texts = Gen.OneOf(
            Gen.String[Gen.Char["0123456789-. "], 0, 12],
            Gen.Select(Gen.Int[1999, 2101], Gen.Int[0, 14], Gen.Int[0, 32], (year, month, day) => $"{year:0000}-{month:00}-{day:00}"));
        Gen.Select(texts, Gen.Enum<UnitSize>()).Sample((text, size) =>
        {
            var unit = SqliteDays.UnitOf(text, size);
            return Takes(connection, text, unit) && (unit.IsUndated || !Takes(connection, text, UnitPeriod.Undated));
        }, threads: 1);
    }

    private static bool Takes(SqliteConnection connection, string text, UnitPeriod unit)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The filter is what is tested.
        command.CommandText = $"SELECT count(*) FROM (SELECT $day AS day) WHERE {SqliteDays.Filter("day", unit)}";
#pragma warning restore CA2100
        command.Parameters.AddWithValue("$day", text);
        return (long)command.ExecuteScalar()! == 1;
    }
}
