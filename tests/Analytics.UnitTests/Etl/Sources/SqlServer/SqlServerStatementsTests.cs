using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Etl.Sources.SqlServer;

namespace Analytics.UnitTests.Etl.Sources.SqlServer;

/// <summary>What is written for SQL Server, word by word: no server runs it in the tests.</summary>
public sealed class SqlServerStatementsTests
{
    private static readonly Mapping Events = new("akimat", Processes.Find("outreach_events")!, "SELECT * FROM dbo.event");

    private static readonly Dictionary<string, string> Types = new()
    {
        ["row_id"] = "bigint", ["held_on"] = "date", ["district_code"] = "char", ["topic"] = "nvarchar", ["attendees"] = "decimal",
    };

    private static readonly UnitPeriod Year = UnitPeriod.Parse("2020");

    [Fact]
    public void The_connection_only_reads_and_a_silent_server_is_given_up()
    {
        var settings = SqlServerSource.Settings(new SourceOptions { Name = "akimat", TimeoutSeconds = 40 }, "Server=db;Database=akimat;User ID=reader;Command Timeout=0");

        Assert.Equal((40, Microsoft.Data.SqlClient.ApplicationIntent.ReadOnly, false), (settings.CommandTimeout, settings.ApplicationIntent, settings.Pooling));
    }

    [Fact]
    public void The_mapping_is_described_without_a_row() =>
        Assert.Equal("SELECT TOP (0) * FROM (\nSELECT * FROM dbo.event\n) AS contract", SqlServerStatements.Describe(Events));

    [Fact]
    public void Rows_are_read_as_whole_numbers_and_bytes() => Assert.Equal(
        "SELECT CAST(row_id AS bigint), CAST(DATEDIFF(day, CAST('20000101' AS date), held_on) AS bigint), "
        + "CAST(RTRIM(CAST(district_code AS nvarchar(4000))) AS varbinary(8000)), CAST(CAST(topic AS nvarchar(4000)) AS varbinary(8000)), "
        + "(CASE WHEN attendees IS NULL THEN NULL WHEN attendees BETWEEN -9000000000000000000 AND 9000000000000000000 AND attendees = ROUND(attendees, 0, 1) THEN TRY_CAST(attendees AS bigint) ELSE CAST(-9100000000000000000 AS bigint) END)"
        + " FROM (\nSELECT * FROM dbo.event\n) AS contract WHERE (held_on >= CAST('20200101' AS date) AND held_on < CAST('20210101' AS date))",
        SqlServerStatements.Rows(Events, Types, Year));

    [Fact]
    public void Totals_are_summed_in_types_that_do_not_overflow() => Assert.Equal(
        """
        SELECT period_day, count_big(*), sum(CAST(money AS decimal(38, 0))), sum(mix)
        FROM (
        SELECT held_on AS period_day, 0 AS money, (COALESCE(CAST(row_id AS bigint), -3) % 2147483647 * 268435399 + COALESCE(CAST(DATEDIFF(day, CAST('20000101' AS date), held_on) AS bigint), -3) % 2147483647 * 223092907 + COALESCE(CAST(SUBSTRING(HASHBYTES('MD5', RTRIM(CAST(district_code AS nvarchar(4000)))), 1, 8) AS bigint), -3) % 2147483647 * 198491317 + COALESCE(CAST(SUBSTRING(HASHBYTES('MD5', CAST(topic AS nvarchar(4000))), 1, 8) AS bigint), -3) % 2147483647 * 236887691 + (CASE WHEN attendees IS NULL THEN -3 WHEN attendees BETWEEN -9000000000000000000 AND 9000000000000000000 AND attendees = ROUND(attendees, 0, 1) THEN TRY_CAST(attendees AS bigint) ELSE CAST(-2 AS bigint) END) % 2147483647 * 179424673) % 2147483647 * ((COALESCE(CAST(row_id AS bigint), -3) % 2147483647 * 1640531527 + 1013904223) % 2147483647) % 2147483647 AS mix
        FROM (
        SELECT * FROM dbo.event
        ) AS contract WHERE (held_on IS NULL OR held_on < CAST('20000101' AS date) OR held_on >= CAST('21010101' AS date))
        ) AS numbered
        GROUP BY period_day
        """,
        SqlServerStatements.Totals(Events, Types, UnitPeriod.Undated));

    [Theory]
    [InlineData("assigned_tiyn", "money", "tinyint, smallint, int, bigint or decimal, in tiyn; of money write CAST(… * 100 AS bigint)")]
    [InlineData("assigned_tiyn", "float", "tinyint, smallint, int, bigint or decimal, in tiyn; of money write CAST(… * 100 AS bigint)")]
    [InlineData("month", "datetime2", "date; write CAST(… AS date) around another type")]
    [InlineData("month", "smalldatetime", "date; write CAST(… AS date) around another type")]
    [InlineData("category", "ntext", "char, varchar, nchar, nvarchar or a whole number")]
    [InlineData("row_id", "uniqueidentifier", "tinyint, smallint, int, bigint or decimal")]
    public void A_type_that_is_not_accepted_is_told_with_what_to_write(string name, string type, string expected)
    {
        var column = Processes.Find("benefit_payments")!.Columns.Single(one => one.Name == name);

        Assert.False(SqlServerTypes.Accepts(column, type));
        Assert.Equal(expected, SqlServerTypes.Expected(column.Kind));
    }

    [Theory]
    [InlineData("household_id", "uniqueidentifier", "COALESCE(CAST(SUBSTRING(HASHBYTES('MD5', LOWER(CAST(household_id AS nvarchar(4000)))), 1, 8) AS bigint), -3)")]
    [InlineData("household_id", "nchar", "COALESCE(CAST(SUBSTRING(HASHBYTES('MD5', RTRIM(CAST(household_id AS nvarchar(4000)))), 1, 8) AS bigint), -3)")]
    [InlineData("household_id", "varchar", "COALESCE(CAST(SUBSTRING(HASHBYTES('MD5', CAST(household_id AS nvarchar(4000))), 1, 8) AS bigint), -3)")]
    [InlineData("paid_tiyn", "tinyint", "COALESCE(CAST(paid_tiyn AS bigint), -3)")]
    [InlineData("month", "date", "COALESCE(CAST(DATEDIFF(day, CAST('20000101' AS date), month) AS bigint), -3)")]
    public void A_column_becomes_a_number_of_64_bits(string name, string type, string sql)
    {
        var column = Processes.Find("benefit_payments")!.Columns.Single(one => one.Name == name);

        Assert.True(SqlServerTypes.Accepts(column, type));
        Assert.Equal(sql, SqlServerTypes.Number(column, type));
    }

    [Fact]
    public void A_bit_is_a_flag() => Assert.Equal(
        "COALESCE(CAST(child_1_6 AS bigint), -3)",
        SqlServerTypes.Number(Processes.Find("benefit_recipients")!.Columns.Single(column => column.Name == "child_1_6"), "bit"));

    [Fact]
    public void Snapshots_that_are_not_allowed_are_told_with_the_statement_that_allows_them() => Assert.EndsWith(
        "ALTER DATABASE [social] SET ALLOW_SNAPSHOT_ISOLATION ON", SqlServerSource.SnapshotIsOff("benefits", "social").Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_server_that_is_not_there_is_named_without_the_password()
    {
        var source = new SqlServerSource(new SourceOptions { Name = "benefits" }, "Server=127.0.0.1,1;Database=social;User ID=reader;Password=hidden;Connect Timeout=1;ConnectRetryCount=0;Encrypt=false");

        var failure = await Assert.ThrowsAsync<SourceException>(() => source.BeginSnapshotAsync(TestContext.Current.CancellationToken));

        Assert.StartsWith("The source benefits (127.0.0.1,1/social) cannot be reached: ", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", failure.Message, StringComparison.Ordinal);
    }
}
