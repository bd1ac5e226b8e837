using Analytics.Etl.Demo;
using Microsoft.Data.Sqlite;

namespace Analytics.UnitTests.Etl.Demo;

public sealed class DemoDatabasesTests
{
    private static readonly DemoOptions FirstMonths = new(From: "2020-01", To: "2020-02");

    [Fact]
    public async Task Equal_options_give_equal_rows_and_another_seed_gives_others()
    {
        var (one, again, other) = (await RowsAsync(FirstMonths), await RowsAsync(FirstMonths), await RowsAsync(FirstMonths with { Seed = 2 }));

        Assert.True(one.Count > 10_000);
        Assert.Equal(one, again);
        Assert.NotEqual(one, other);
    }

    [Theory]
    [InlineData("2018-12", "2020-01")]
    [InlineData("2019-01", "2026-01")]
    [InlineData("2020-02", "2020-01")]
    [InlineData("2020", "2020-01")]
    public void Months_outside_the_demo_are_refused_in_words(string from, string to) =>
        Assert.NotEmpty(Assert.Throws<ArgumentException>(new DemoOptions(From: from, To: to).Validate).Message);

    [Theory]
    [InlineData(0)]
    [InlineData(201)]
    public void A_scale_outside_its_range_is_refused(int scale) => Assert.Throws<ArgumentException>(new DemoOptions(Scale: scale).Validate);

    // All rows of all tables of the three systems, as text.
    private static async Task<IReadOnlyList<string>> RowsAsync(DemoOptions options)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-demo-");
        try
        {
            await DemoDatabases.WriteSqliteAsync(folder.FullName, options, null, TestContext.Current.CancellationToken);
            return [.. new[] { "social", "employment", "akimat" }.SelectMany(system => Rows(Path.Combine(folder.FullName, system + ".db")))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static List<string> Rows(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        var tables = Query(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name").ToList();
        return [.. tables.SelectMany(table => Query(connection, $"SELECT * FROM {table}").Select(row => table + "|" + row))];
    }

    private static IEnumerable<string> Query(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables as SQLite lists them.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            yield return string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => reader.GetValue(column)));
        }
    }
}
