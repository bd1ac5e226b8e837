using System.Globalization;
using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Etl.Sources.Postgres;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.Postgres;

/// <summary>What the server computes of a unit in SQL equals what is computed from the rows read, for every accepted type and its edges, and it differs when a value does.</summary>
public sealed class PostgresRoundTripTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private static readonly string[] Columns =
    [
        "place AS row_id", "(DATE '2020-01-01' + place * 20) AS received_on", "'631000000' AS district_code", "NULL::text AS settlement_code", "'A-1' AS applicant_id",
        "'low_income' AS category", "'refused' AS status", "NULL::date AS decided_on", "NULL::date AS paid_on", "-5 AS amount_tiyn", "'none' AS refusal_reason",
    ];

    [Theory]
    [InlineData("row_id", "smallint", "-32768, -3, -1, 0, 32767, NULL")]
    [InlineData("row_id", "integer", "-2147483648, 2147483647, NULL")]
    [InlineData("row_id", "bigint", "-9223372036854775808, -4294967297, -2147483648, 2147483647, 4294967296, 9223372036854775807, NULL")]
    [InlineData("row_id", "numeric(20,0)", "0, 9000000000000000000, 9000000000000000001, 99999999999999999999, NULL")]
    [InlineData("amount_tiyn", "numeric", "0, 1.00, -1.00, 1.01, -0.99, 'NaN', 'Infinity', 1e40, -9000000000000000000, NULL")]
    [InlineData("amount_tiyn", "bigint", "0, -1, 999999999999999, 1000000000000000, 9223372036854775807, NULL")]
    [InlineData("applicant_id", "text", "'', ' ', 'a', 'A', 'ә', 'а', 'a ', '850312300456', repeat('Қ', 300), E'\\x02', NULL")]
    [InlineData("applicant_id", "character(10)", "'Қ', 'a  ', NULL")]
    [InlineData("applicant_id", "uuid", "'123e4567-e89b-12d3-a456-426655440000', NULL")]
    [InlineData("applicant_id", "bigint", "850312300456, -1, NULL")]
    [InlineData("decided_on", "date", "'infinity', '-infinity', '0044-03-15 BC', '0001-01-01', '1999-12-31', '2000-01-01', '9999-12-31', '5874897-01-01', NULL")]
    [InlineData("received_on", "date", "'infinity', '-infinity', '0044-03-15 BC', '1999-12-31', '2000-01-01', '2100-12-31', '2101-01-01', NULL")]
    [InlineData("district_code", "character varying(300)", "'a', 'A', 'a ', 'á', '', repeat('x', 200), repeat('Қ', 100), 'twelve bytes', 'thirteen byte', NULL")]
    [InlineData("district_code", "integer", "631000000, 1, NULL")]
    [InlineData("refusal_reason", "text", "concat(repeat('x', 2000), 'y'), concat(repeat('x', 2000), 'z'), 'short', NULL")]
    public async Task Of_a_type(string column, string type, string values)
    {
        var (source, mapping) = await ApplicationsAsync(column, type, values);
        Assert.Equal(ReadBack.Split(values).Count, (await BothAsync(source, mapping)).Rows);
    }

    [Theory]
    [InlineData("row_id", "bigint", "0, 1, -1, 2147483647, 4294967296, 850312300456, 850312300457, NULL")]
    [InlineData("amount_tiyn", "numeric", "0, 1.00, -1.00, 0.5, 9000000000000000000, NULL")]
    [InlineData("applicant_id", "text", "'', ' ', 'a', 'A', 'ә', 'а', 'a ', '850312300456', repeat('Қ', 300), NULL")]
    [InlineData("received_on", "date", "'0001-01-01', '1999-12-31', '2000-01-01', '2000-01-02', '2100-12-31', 'infinity', NULL")]
    [InlineData("decided_on", "date", "'0001-01-01', '1999-12-31', '2000-01-01', '2000-01-02', '9999-12-31', 'infinity', NULL")]
    [InlineData("district_code", "text", "'631000000', '631000001', NULL")]
    public async Task A_value_in_the_place_of_another_changes_the_fingerprint(string column, string type, string values)
    {
        var (source, mapping) = await ApplicationsAsync(column, type, values);
        await source.ExecuteAsync("CREATE TABLE kept AS TABLE edge", Token);
        var count = ReadBack.Split(values).Count;
        var seen = new HashSet<string> { (await BothAsync(source, mapping)).Fingerprint };
        for (var from = 1; from <= count; from++)
        {
            var to = (from % count) + 1;
            await source.ExecuteAsync(string.Create(CultureInfo.InvariantCulture, $"UPDATE edge SET edge = (SELECT edge FROM kept WHERE place = {to}) WHERE place = {from}"), Token);
            Assert.True(seen.Add((await BothAsync(source, mapping)).Fingerprint), $"value {to} in the place of value {from} is not seen");
        }
    }

    [Fact]
    public async Task A_row_that_moves_to_another_day_of_its_unit_changes_the_fingerprint()
    {
        var (source, mapping) = await ApplicationsAsync("received_on", "date", "'2020-01-05', '2020-01-05', '2020-03-07'");
        var before = await BothAsync(source, mapping);

        await source.ExecuteAsync("UPDATE edge SET edge = '2020-01-06' WHERE place = 1", Token);

        var after = await BothAsync(source, mapping);
        Assert.Equal((before.Rows, before.MoneyTiyn), (after.Rows, after.MoneyTiyn));
        Assert.NotEqual(before.Fingerprint, after.Fingerprint);
    }

    private async Task<(SourceDatabase Source, Mapping Mapping)> ApplicationsAsync(string column, string type, string values)
    {
        var source = await SourceAsync(SourceKind.Postgresql);
        var rows = string.Join(" UNION ALL ", ReadBack.Split(values).Select((value, place) => string.Create(CultureInfo.InvariantCulture, $"SELECT {place + 1}, ({value})::{type}")));
        await source.ExecuteAsync($"CREATE TABLE edge (place int PRIMARY KEY, edge {type}); INSERT INTO edge {rows}", Token);
        source.Map("grant_applications", "SELECT " + string.Join(", ", Columns.Select(one => one.EndsWith(" AS " + column, StringComparison.Ordinal) ? "edge AS " + column : one)) + " FROM edge");
        return (source, Mapping.In(new SourceOptions { Name = "social", Mapping = source.MappingFolder })[0]);
    }

    // Totals of all units, asked for in three ways that must agree.
    private static async Task<UnitTotals> BothAsync(SourceDatabase source, Mapping mapping)
    {
        await using var snapshot = await new PostgresSource(new SourceOptions { Name = "social" }, source.ConnectionString).BeginSnapshotAsync(Token);
        await snapshot.CheckContractAsync(mapping, Token);
        var all = await snapshot.AllTotalsAsync(mapping, Token);
        foreach (var (unit, totals) in all)
        {
            Assert.Equal(totals.Fingerprint, (await snapshot.TotalsAsync(mapping, unit, Token)).Fingerprint);
            Assert.Equal(totals.Fingerprint, (await ReadBack.TotalsAsync(snapshot, mapping, unit, 1, Token)).Fingerprint);
        }

        return all.Values.Aggregate(default(UnitTotals), (sum, unit) => sum + unit);
    }
}
