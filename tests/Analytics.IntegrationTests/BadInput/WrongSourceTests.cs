using System.Globalization;
using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Engine;

namespace Analytics.IntegrationTests.BadInput;

/// <summary>Sources that cannot be reached or do not keep the contract: a clear message, and the other sources are loaded.</summary>
public sealed class WrongSourceTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    [Fact]
    public async Task A_sqlite_file_that_is_not_there_is_named_and_other_sources_load()
    {
        var failure = await OnlyOtherLoadsAsync(Keep(SourceDatabase.At(SourceKind.Sqlite, "Data Source=/nowhere/social.db").Map("benefit_payments", "SELECT 1")));

        Assert.StartsWith("The source social (/nowhere/social.db) cannot be reached: ", failure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_postgresql_port_that_is_closed_is_named_and_other_sources_load()
    {
        var port = FreePort.Choose(0).ToString(CultureInfo.InvariantCulture);
        var failure = await OnlyOtherLoadsAsync(Keep(
            SourceDatabase.At(SourceKind.Postgresql, $"Host=127.0.0.1;Port={port};Username=reader;Password=hidden;Database=social").Map("benefit_payments", "SELECT 1")));

        Assert.StartsWith($"The source social (127.0.0.1:{port}/social) cannot be reached: ", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", failure, StringComparison.Ordinal);
    }

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task A_source_that_is_lost_after_the_check_fails_its_unit_with_its_name(SourceKind kind)
    {
        var source = await PaymentsAsync(kind);
        await source.PayAsync(1, "2020-01-01", "A-1", 100, Token);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);

        await source.ExecuteAsync("DROP TABLE payment", Token);
        var result = await world.LoadUnitAsync("social/benefit_payments/2020-01", Token);

        Assert.Equal(LoadOutcome.Failed, result.Outcome);
        Assert.Contains("The mapping benefit_payments.sql of source social cannot be run", result.Message, StringComparison.Ordinal);
        Assert.Equal(1, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    [Fact]
    public async Task A_mapping_that_the_database_refuses_keeps_no_other_table_from_loading()
    {
        var source = await PaymentsAsync(SourceKind.Postgresql);
        await source.PayAsync(1, "2020-01-01", "A-1", 100, Token);
        source.Map("allocations", "SELECT nothing FROM payment");
        source.Map("social_packages", "SELECT nothing FROM payment");

        var (due, failures) = await (await WorldAsync(source)).FindDueAsync(Token);

        Assert.Equal(["social/benefit_payments/2020-01"], due.Select(unit => unit.ToString()));
        Assert.All(failures, failure => Assert.Contains("column \"nothing\" does not exist", failure, StringComparison.Ordinal));
        Assert.Equal(2, failures.Count);
    }

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task A_missing_contract_column_is_named_with_those_found(SourceKind kind)
    {
        var source = await PaymentsAsync(kind);
        source.Map("benefit_payments", "SELECT row_id, month, district_code, settlement_code, household_id, category, aid, assigned_tiyn FROM payment");

        Assert.Equal(
            "The mapping benefit_payments.sql of source social does not return the column paid_tiyn. It returns: row_id, month, district_code, settlement_code, household_id, category, aid, assigned_tiyn. The contract is in docs/contracts.md.",
            await OnlyOtherLoadsAsync(source));
    }

    [Fact]
    public async Task Money_in_double_precision_is_a_contract_error() => Assert.Equal(
        "The mapping benefit_payments.sql of source social returns the column assigned_tiyn as double precision; expected smallint, integer, bigint or numeric, in tiyn.",
        await OnlyOtherLoadsAsync(await (await SourceAsync(SourceKind.Postgresql)).WithPaymentsAsync(Token, moneyType: "double precision")));

    [Fact]
    public async Task A_date_in_text_is_a_contract_error_in_postgresql() => Assert.Equal(
        "The mapping benefit_payments.sql of source social returns the column month as text; expected date.",
        await OnlyOtherLoadsAsync(await (await SourceAsync(SourceKind.Postgresql)).WithPaymentsAsync(Token, dayType: "text")));

    [Fact]
    public async Task Money_in_real_is_a_contract_error_in_sqlite() => Assert.Equal(
        "The mapping benefit_payments.sql of source social returns the column assigned_tiyn as REAL; expected INTEGER, in tiyn: SQLite keeps other numbers as floating point.",
        await OnlyOtherLoadsAsync(await (await SourceAsync(SourceKind.Sqlite)).WithPaymentsAsync(Token, moneyType: "REAL")));

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task A_mapping_that_is_no_sql_is_named(SourceKind kind)
    {
        var source = await PaymentsAsync(kind);
        source.Map("benefit_payments", "SELEC everything");

        Assert.StartsWith("The mapping benefit_payments.sql of source social cannot be run: ", await OnlyOtherLoadsAsync(source), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mapping_file_named_after_no_process_is_told_with_the_processes()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        source.Map("payments", "SELECT 1");
        var world = await WorldAsync(source);

        var failure = Assert.Throws<SourceException>(() => world.Get<SourceRegistry>());

        Assert.Contains("is named after no business process. The processes are: benefit_payments, ", failure.Message, StringComparison.Ordinal);
    }

    private async Task<string> OnlyOtherLoadsAsync(SourceDatabase broken)
    {
        var other = await (await SourceAsync(SourceKind.Sqlite, "akimat")).WithEventsAsync(Token);
        await other.ExecuteAsync("INSERT INTO event VALUES (1, '2020-05-01', '631000000', 'Job fair', 30)", Token);
        var world = await WorldAsync(broken, other);

        var failure = Assert.Single((await world.FindDueAsync(Token)).Failures);
        await world.LoadAndPublishAsync(Token);

        Assert.Equal(30, await world.FigureAsync("outreach_attendees", "2020-05", Token));
        return failure;
    }
}
