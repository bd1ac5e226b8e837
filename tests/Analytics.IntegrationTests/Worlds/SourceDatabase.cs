using System.Data.Common;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Microsoft.Data.Sqlite;
using MySqlConnector;
using Npgsql;

namespace Analytics.IntegrationTests.Worlds;

/// <summary>A small operational database with mapping files of its own: a table for each process, with the contract's columns.</summary>
public sealed class SourceDatabase : IDisposable
{
    private readonly TempFolder mappings = new();
    private readonly TempFolder? files;

    private SourceDatabase(string name, SourceKind kind, string connectionString, TempFolder? files)
    {
        Name = name;
        Kind = kind;
        ConnectionString = connectionString;
        this.files = files;
    }

    public string Name { get; }

    public SourceKind Kind { get; }

    public string ConnectionString { get; }

    public decimal ThresholdPercent { get; init; } = 1;

    /// <summary>Folder of mappings that ship with the program, instead of files of the test's own.</summary>
    public string? ShippedMappings { get; private init; }

    public string MappingFolder => ShippedMappings ?? mappings.Path;

    /// <summary>An empty SQLite file, PostgreSQL or MariaDB database.</summary>
    public static async Task<SourceDatabase> CreateAsync(
        SourceKind kind, PostgresCluster postgres, CancellationToken cancellationToken, string name = "social", string encoding = "UTF8", decimal threshold = 1, MariaDbServer? mariaDb = null)
    {
        if (kind == SourceKind.Mysql)
        {
            return new SourceDatabase(name, kind, await mariaDb!.NewDatabaseAsync(cancellationToken), null) { ThresholdPercent = threshold };
        }

        if (kind == SourceKind.Postgresql)
        {
            return new SourceDatabase(name, kind, await postgres.NewDatabaseAsync(encoding, cancellationToken), null) { ThresholdPercent = threshold };
        }

        var files = new TempFolder();
        return new SourceDatabase(name, kind, $"Data Source={files.File("source.db")};Pooling=false", files) { ThresholdPercent = threshold };
    }

    /// <summary>A source at any address, reached or not.</summary>
    public static SourceDatabase At(SourceKind kind, string connectionString, string name = "social", string? mappingFolder = null, TempFolder? files = null) =>
        new(name, kind, connectionString, files) { ShippedMappings = mappingFolder };

    /// <summary>Writes a mapping file.</summary>
    public SourceDatabase Map(string process, string sql)
    {
        File.WriteAllText(mappings.File(process + ".sql"), sql);
        return this;
    }

    /// <summary>Makes a table for benefit payments, the type of whose columns may be changed, and maps it.</summary>
    public async Task<SourceDatabase> WithPaymentsAsync(
        CancellationToken cancellationToken, string? dayType = null, string moneyType = "bigint", string districtType = "text")
    {
        await ExecuteAsync(
            $"""
            CREATE TABLE payment (
              row_id {Whole}, month {dayType ?? Day}, district_code {districtType}, settlement_code text, household_id text, category text, aid text,
              assigned_tiyn {moneyType}, paid_tiyn {moneyType})
            """,
            cancellationToken);
        return Map("benefit_payments", "SELECT * FROM payment");
    }

    /// <summary>Twelve months of a thousand payments of one tenge, each of another household, in SQLite.</summary>
    public async Task<SourceDatabase> WithTwelveMonthsAsync(CancellationToken cancellationToken)
    {
        await WithPaymentsAsync(cancellationToken, moneyType: "integer");
        await ExecuteAsync(
            """
            WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 11999)
            INSERT INTO payment SELECT i, printf('2020-%02d-01', 1 + i % 12), '634000000', NULL, 'H-' || i, 'low_income', 'conditional', 100, 100 FROM n
            """,
            cancellationToken);
        return this;
    }

    /// <summary>Makes a table for outreach events and maps it.</summary>
    public async Task<SourceDatabase> WithEventsAsync(CancellationToken cancellationToken)
    {
        await ExecuteAsync($"CREATE TABLE event (row_id {Whole}, held_on {Day}, district_code text, topic text, attendees {Whole})", cancellationToken);
        return Map("outreach_events", "SELECT * FROM event");
    }

    /// <summary>Adds one payment of 1 000 tenge, unless told otherwise, to a household of Oskemen.</summary>
    public Task PayAsync(
        long id, string month, string household, long paid, CancellationToken cancellationToken, string district = "631000000", string category = "large_family") => ExecuteAsync(
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"INSERT INTO payment VALUES ({id}, '{month}', '{district}', NULL, '{household}', '{category}', 'unconditional', {paid}, {paid})"),
        cancellationToken);

    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using DbConnection connection = Kind switch
        {
            SourceKind.Sqlite => new SqliteConnection(ConnectionString),
            SourceKind.Mysql => new MySqlConnection(ConnectionString),
            _ => new NpgsqlConnection(ConnectionString),
        };
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own statement.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public void Dispose()
    {
        mappings.Dispose();
        files?.Dispose();
    }

    private string Day => Kind == SourceKind.Sqlite ? "text" : "date";

    private string Whole => Kind == SourceKind.Sqlite ? "integer" : "bigint";
}
