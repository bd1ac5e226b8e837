using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;

namespace Analytics.IntegrationTests.Loading;

public sealed class LoadTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private const string Facts = "SELECT month, row_id, district_id, household_key, paid, source FROM fact_benefit_payment ORDER BY ALL";

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task Loading_a_unit_twice_gives_the_same_table(SourceKind kind)
    {
        var source = await TwoMonthsAsync(kind);
        var world = await WorldAsync(source);
        await world.LoadAsync(Token);
        var first = await world.RowsAsync(Facts, Token);

        var again = await world.LoadUnitAsync("social/benefit_payments/2020-01", Token);

        Assert.Equal((LoadOutcome.Loaded, 2, 0), (again.Outcome, again.Rows, again.Quarantined));
        Assert.Equal(3, first.Count);
        Assert.Equal(first, await world.RowsAsync(Facts, Token));
    }

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task Nothing_is_due_after_a_load(SourceKind kind)
    {
        var world = await WorldAsync(await TwoMonthsAsync(kind));
        Assert.Equal(["social/benefit_payments/2020-01", "social/benefit_payments/2020-02"], (await world.FindDueAsync(Token)).Due.Select(unit => unit.ToString()));
        await world.LoadAsync(Token);

        var (due, failures) = await world.FindDueAsync(Token);

        Assert.Empty(due);
        Assert.Empty(failures);
        Assert.All((await world.Get<Verification>().RunAsync(settle: false, Token)).Units, unit => Assert.Equal("", unit.Difference));
    }

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task A_late_correction_to_an_old_month_is_found_and_loaded(SourceKind kind)
    {
        var source = await TwoMonthsAsync(kind);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        Assert.Equal(3000, await world.FigureAsync("paid_amount", "2020-01", Token));

        await source.ExecuteAsync("UPDATE payment SET paid_tiyn = 150050 WHERE row_id = 1", Token);
        Assert.Equal(["social/benefit_payments/2020-01"], (await world.FindDueAsync(Token)).Due.Select(unit => unit.ToString()));
        await world.LoadAndPublishAsync(Token);

        Assert.Equal(3500.50m, await world.FigureAsync("paid_amount", "2020-01", Token));
        Assert.Equal(6500.50m, await world.FigureAsync("paid_amount", "2020-01..02", Token));
    }

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task A_hard_delete_is_found_and_loaded(SourceKind kind)
    {
        var source = await TwoMonthsAsync(kind);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);

        await source.ExecuteAsync("DELETE FROM payment WHERE row_id = 2", Token);
        await world.LoadAndPublishAsync(Token);

        Assert.Equal(1, await world.FigureAsync("families", "2020-01", Token));
        Assert.Equal(1000, await world.FigureAsync("paid_amount", "2020-01", Token));
    }

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task A_row_moved_to_another_month_is_moved_and_counted_once(SourceKind kind)
    {
        var source = await TwoMonthsAsync(kind);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);

        await source.ExecuteAsync("UPDATE payment SET month = '2020-02-01' WHERE row_id = 2", Token);
        Assert.Equal(2, (await world.FindDueAsync(Token)).Due.Count);
        await world.LoadAndPublishAsync(Token);

        Assert.Equal(1000, await world.FigureAsync("paid_amount", "2020-01", Token));
        Assert.Equal(5000, await world.FigureAsync("paid_amount", "2020-02", Token));
        Assert.Equal(6000, await world.FigureAsync("paid_amount", "2020-01..02", Token));
    }

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task Amounts_swapped_between_two_rows_are_found(SourceKind kind)
    {
        var source = await TwoMonthsAsync(kind);
        var world = await WorldAsync(source);
        await world.LoadAsync(Token);

        await source.ExecuteAsync("UPDATE payment SET paid_tiyn = 300000 - paid_tiyn, assigned_tiyn = 300000 - assigned_tiyn WHERE row_id IN (1, 2)", Token);

        Assert.Equal(["social/benefit_payments/2020-01"], (await world.FindDueAsync(Token)).Due.Select(unit => unit.ToString()));
    }

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task A_month_emptied_at_the_source_is_empty_after_its_load(SourceKind kind)
    {
        var source = await TwoMonthsAsync(kind);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);

        await source.ExecuteAsync("DELETE FROM payment WHERE month = '2020-01-01'", Token);
        await world.LoadAndPublishAsync(Token);

        Assert.Equal(["2020-02|1"], await world.RowsAsync("SELECT formatDateTime(month, '%Y-%m'), count() FROM fact_benefit_payment GROUP BY 1", Token));
        Assert.Equal(3000, await world.FigureAsync("paid_amount", "2020-01..02", Token));
        Assert.Empty((await world.FindDueAsync(Token)).Due);
    }

    [Theory, InlineData(SourceKind.Sqlite), InlineData(SourceKind.Postgresql)]
    public async Task A_row_without_any_change_but_its_household_is_found(SourceKind kind)
    {
        var source = await TwoMonthsAsync(kind);
        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        Assert.Equal(2, await world.FigureAsync("families", "2020-01", Token));

        await source.ExecuteAsync("UPDATE payment SET household_id = 'A-1' WHERE row_id = 2", Token);
        await world.LoadAndPublishAsync(Token);

        Assert.Equal(1, await world.FigureAsync("families", "2020-01", Token));
    }

    // January: A-1 1 000, B-2 2 000; February: A-1 3 000 tenge.
    private async Task<SourceDatabase> TwoMonthsAsync(SourceKind kind)
    {
        var source = await PaymentsAsync(kind);
        await source.PayAsync(1, "2020-01-01", "A-1", 100_000, Token);
        await source.PayAsync(2, "2020-01-01", "B-2", 200_000, Token);
        await source.PayAsync(3, "2020-02-01", "A-1", 300_000, Token);
        return source;
    }
}
