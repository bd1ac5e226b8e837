using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Etl.Sources.MySql;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.MySql;

/// <summary>What the server computes of a unit in SQL equals what is computed from the rows read, for every accepted type and its edges.</summary>
[Collection("MariaDB")]
public sealed class MySqlRoundTripTests(SharedEngine engine, PostgresCluster postgres, MariaDbServer mariaDb) : SmallWorldTests(engine, postgres, mariaDb)
{
    [Theory]
    [InlineData("row_id", "tinyint", "-128, -3, -1, 0, 127, NULL")]
    [InlineData("row_id", "tinyint unsigned", "0, 255, NULL")]
    [InlineData("row_id", "smallint unsigned", "0, 65535")]
    [InlineData("row_id", "mediumint", "-8388608, 8388607")]
    [InlineData("row_id", "int unsigned", "0, 4294967295, NULL")]
    [InlineData("row_id", "bigint", "-9223372036854775808, -9100000000000000000, -2147483647, 2147483647, 9223372036854775807, NULL")]
    [InlineData("row_id", "bigint unsigned", "0, 9000000000000000000, 9000000000000000001, 18446744073709551615, NULL")]
    [InlineData("row_id", "bigint(20) zerofill", "0, 42")]
    [InlineData("amount_tiyn", "decimal(65,2)", "0, 1.00, -1.00, 1.01, -0.99, 999999999999999999999999999999.00, -9000000000000000000, 9000000000000000001, NULL")]
    [InlineData("amount_tiyn", "decimal(38,38)", "0, 0.5, NULL")]
    [InlineData("amount_tiyn", "decimal(20,0) unsigned", "0, 18446744073709551615, NULL")]
    [InlineData("applicant_id", "varchar(300)", "'', ' ', 'a', 'A', 'ә', 'а', 'a ', '\\0', '850312300456', repeat('Қ', 300), NULL")]
    [InlineData("applicant_id", "varchar(20) character set cp1251", "'Серик', 'ё', NULL")]
    [InlineData("applicant_id", "varchar(20) character set latin1", "'é', x'80', NULL")]
    [InlineData("applicant_id", "char(10) character set utf16", "'Қ', 'a  '")]
    [InlineData("applicant_id", "varbinary(20)", "x'ff00', 'a ', ''")]
    [InlineData("applicant_id", "longtext", "repeat('x', 70000), 'y'")]
    [InlineData("applicant_id", "int zerofill", "7, NULL")]
    [InlineData("applicant_id", "uuid", "'123e4567-e89b-12d3-a456-426655440000', NULL")]
    [InlineData("decided_on", "date", "'0000-00-00', '2020-00-00', '2020-02-31', '2020-05-00', '0001-01-01', '0000-01-01', '1999-12-31', '2000-01-01', '9999-12-31', NULL")]
    [InlineData("district_code", "varchar(300)", "'a', 'A', 'a ', 'á', '', repeat('x', 200), repeat('x', 201), concat(repeat('x', 299), 'y'), concat(repeat('x', 299), 'z'), repeat('Қ', 100), NULL")]
    [InlineData("district_code", "int unsigned", "631000000, 1, NULL")]
    [InlineData("district_code", "char(9) character set cp1251", "'аб', 'АБ'")]
    [InlineData("category", "enum('low_income','large_family')", "'low_income', 'large_family', NULL")]
    [InlineData("category", "set('a','b')", "'a', 'a,b', ''")]
    [InlineData("refusal_reason", "longtext", "concat(repeat('x', 2000), 'y'), concat(repeat('x', 2000), 'z'), 'short'")]
    [InlineData("refusal_reason", "varbinary(500)", "repeat('ә', 100), x'ff', repeat('x', 401)")]
    public async Task Of_a_type(string column, string type, string values)
    {
        var source = await SourceAsync(SourceKind.Mysql);
        await source.ExecuteAsync($"SET sql_mode = 'ALLOW_INVALID_DATES'; CREATE TABLE edge (place int PRIMARY KEY AUTO_INCREMENT, edge {type}); INSERT INTO edge (edge) VALUES ({string.Join("), (", ReadBack.Split(values))})", Token);
        string[] columns =
        [
            "place AS row_id", "DATE '2020-01-01' + INTERVAL place MONTH AS received_on", "'631000000' AS district_code", "NULL AS settlement_code", "'A-1' AS applicant_id",
            "'low_income' AS category", "'refused' AS status", "NULL AS decided_on", "NULL AS paid_on", "-5 AS amount_tiyn", "'none' AS refusal_reason",
        ];
        source.Map("grant_applications", "SELECT " + string.Join(", ", columns.Select(one => one.EndsWith(" AS " + column, StringComparison.Ordinal) ? "edge AS " + column : one)) + " FROM edge");
        var mapping = Mapping.In(new SourceOptions { Name = "social", Mapping = source.MappingFolder })[0];

        await using var snapshot = await new MySqlSource(new SourceOptions { Name = "social" }, source.ConnectionString).BeginSnapshotAsync(Token);
        await snapshot.CheckContractAsync(mapping, Token);
        var all = await snapshot.AllTotalsAsync(mapping, Token);

        Assert.Equal(ReadBack.Split(values).Count, all.Values.Sum(unit => unit.Rows));
        foreach (var (unit, totals) in all)
        {
            Assert.Equal(totals.Fingerprint, (await snapshot.TotalsAsync(mapping, unit, Token)).Fingerprint);
            Assert.Equal(totals.Fingerprint, (await ReadBack.TotalsAsync(snapshot, mapping, unit, 4, Token)).Fingerprint);
        }
    }
}
