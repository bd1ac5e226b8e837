using Analytics.Etl.Sources;
using Analytics.Etl.Sources.MySql;
using Analytics.Etl.Sources.Postgres;
using Analytics.Etl.Sources.Sqlite;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.BadInput;

/// <summary>What `config check` finds at a source.</summary>
[Collection("MariaDB")]
public sealed class SourceDiagnosisTests(SharedEngine engine, PostgresCluster postgres, MariaDbServer mariaDb) : SmallWorldTests(engine, postgres, mariaDb)
{
    [Fact]
    public async Task PostgreSQL_an_account_that_only_reads_is_good_and_an_index_serves_the_period()
    {
        var source = await PaymentsAsync(SourceKind.Postgresql);
        await source.ExecuteAsync("CREATE INDEX payment_month ON payment (month); CREATE ROLE only_reads LOGIN; GRANT SELECT ON payment TO only_reads", Token);

        Assert.Equal(
            ["Ok the clock of the database agrees with this machine's", "Ok the account only_reads cannot write what the mappings read", "Ok benefit_payments is read by an index on month"],
            (await FindAsync(source, "only_reads"))[1..]);
    }

    [Fact]
    public async Task PostgreSQL_an_account_that_could_write_is_wrong_and_a_missing_index_is_a_note()
    {
        var source = await PaymentsAsync(SourceKind.Postgresql);
        await source.ExecuteAsync("CREATE ROLE writes LOGIN; GRANT SELECT, UPDATE (paid_tiyn) ON payment TO writes; GRANT CREATE ON SCHEMA public TO writes", Token);

        var findings = (await FindAsync(source, "writes"))[2..];

        Assert.Equal(3, findings.Count);
        Assert.StartsWith("Wrong the account writes may change the table payment (REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON payment), but a source is only read. Make an account of its own: CREATE ROLE", findings[0], StringComparison.Ordinal);
        Assert.StartsWith("Wrong the account writes may create tables in the schema public (REVOKE CREATE ON SCHEMA public FROM PUBLIC)", findings[1], StringComparison.Ordinal);
        Assert.Equal("Note no index serves the period of benefit_payments: every load reads all rows. Ask for CREATE INDEX ON public.payment (month)", findings[2]);
        Assert.StartsWith("Wrong the account postgres is a superuser", (await FindAsync(source, "postgres"))[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task MariaDB_an_account_that_only_reads_is_good_and_an_index_serves_the_period()
    {
        var source = await PaymentsAsync(SourceKind.Mysql);
        var database = source.ConnectionString.Split("Database=")[1].Split(';')[0];
        await source.ExecuteAsync($"CREATE INDEX payment_month ON payment (month); CREATE USER only_reads; GRANT SELECT ON {database}.* TO only_reads", Token);

        Assert.Equal(
            ["Ok the clock of the database agrees with this machine's", "Ok the account only_reads@% can only read", "Ok benefit_payments is read by an index on month"],
            (await FindAsync(source, "only_reads"))[1..]);
    }

    [Fact]
    public async Task MariaDB_an_account_that_could_write_is_wrong_and_tables_without_index_or_snapshot_are_notes()
    {
        var source = await PaymentsAsync(SourceKind.Mysql);
        var database = source.ConnectionString.Split("Database=")[1].Split(';')[0];
        await source.ExecuteAsync($"ALTER TABLE payment ENGINE = MyISAM; CREATE USER writes; GRANT SELECT, INSERT (paid_tiyn, row_id) ON {database}.payment TO writes", Token);

        var findings = (await FindAsync(source, "writes"))[2..];

        Assert.Equal(3, findings.Count);
        Assert.StartsWith($"Wrong the account writes@% may do more than read (INSERT on `{database}`.`payment`), but a source is only read.", findings[0], StringComparison.Ordinal);
        Assert.StartsWith($"Note the table {database}.payment is kept by MyISAM, which has no snapshots", findings[1], StringComparison.Ordinal);
        Assert.Equal("Note no index serves the period of benefit_payments: every load reads all rows. Ask for CREATE INDEX ON payment (month)", findings[2]);
    }

    [Fact]
    public async Task SQLite_is_good_and_a_missing_index_is_a_note()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);

        Assert.Equal("Note no index serves the period of benefit_payments: every load reads all rows. Ask for CREATE INDEX ON payment (month)", (await FindAsync(source))[1]);
        await source.ExecuteAsync("CREATE INDEX payment_month ON payment (month)", Token);
        Assert.Equal("Ok benefit_payments is read by an index on month", (await FindAsync(source))[1]);
    }

    private async Task<List<string>> FindAsync(SourceDatabase source, string? account = null)
    {
        var connection = source.ConnectionString
            .Replace("Username=postgres", "Username=" + account, StringComparison.Ordinal)
            .Replace("User ID=root", "User ID=" + account, StringComparison.Ordinal);
        var options = new SourceOptions { Name = "social", Mapping = source.MappingFolder };
        ISource examined = source.Kind switch
        {
            SourceKind.Sqlite => new SqliteSource(options, connection),
            SourceKind.Mysql => new MySqlSource(options, connection),
            _ => new PostgresSource(options, connection),
        };
        return [.. (await examined.DiagnoseAsync(Mapping.In(options), TimeProvider.System, Token)).Select(finding => $"{finding.Level} {finding.Text}")];
    }
}
