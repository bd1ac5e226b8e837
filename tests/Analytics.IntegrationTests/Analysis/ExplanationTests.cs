using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Explanations;
using Analytics.Warehouse.Indicators;

namespace Analytics.IntegrationTests.Analysis;

public sealed class ExplanationTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private const string Oskemen = "631000000";
    private const string Ridder = "632400000";

    [Fact]
    public async Task A_family_that_moved_is_taken_off_once()
    {
        var explanation = await ReadAsync(await MovedAsync(), "families", ExplanationBy.District);

        // 2020: A and B in Oskemen. 2021: A in Oskemen, then in Ridder, where C and D are new; B is gone. Three families, four in districts.
        Assert.Equal(1m, explanation.Change);
        Assert.Equal(
            [("oskemen", -1m), ("ridder", 3m), ("overlap", -1m)],
            explanation.Rows.Where(row => row.Contribution != 0).Select(row => (row.Code, row.Contribution)));
        Assert.Contains("break_prolongation_2020", explanation.Notes);
    }

    [Fact]
    public async Task Families_change_by_those_who_came_and_those_who_left() => Assert.Equal(
        [("families_new", 2m), ("families_exited", -1m)],
        (await ReadAsync(await MovedAsync(), "families", ExplanationBy.Factors)).Rows.Select(row => (row.Code, row.Contribution)));

    [Fact]
    public async Task Money_changes_by_how_many_families_and_by_how_much_each()
    {
        // 2 families with 400 tenge in all, then 3 with 900: 2.5 families × 100 tenge and 1 family × 250 tenge.
        var explanation = await ReadAsync(await MovedAsync(), "paid_amount", ExplanationBy.Factors);

        Assert.Equal([("families", 250m), ("average", 250m)], explanation.Rows.Select(row => (row.Code, row.Contribution)));
    }

    [Theory]
    [InlineData("families")]
    [InlineData("paid_amount")]
    [InlineData("average_per_family")]
    [InlineData("conditional_share")]
    public async Task Every_division_adds_up_to_the_last_digit(string indicator)
    {
        var world = await MovedAsync();
        foreach (var by in Enum.GetValues<ExplanationBy>())
        {
            var explanation = await ReadAsync(world, indicator, by);
            Assert.True(explanation.Reason is ExplanationReason.AidNotKnown || explanation.Rows.Sum(row => row.Contribution) == explanation.Change, by.ToString());
        }
    }

    private static Task<Explanation> ReadAsync(World world, string indicator, ExplanationBy by) => new ExplanationReader(world.NewReader()).ReadAsync(
        new IndicatorQuery([IndicatorCatalogue.Get(indicator)], [Territories.Shipped.Region], Period.ToDate(2021, 3)) { Comparisons = new HashSet<Comparison> { Comparison.LastYear } },
        by,
        Token);

    private async Task<World> MovedAsync()
    {
        var source = await PaymentsAsync(SourceKind.Sqlite);
        (string Month, string Household, long Tenge, string District)[] payments =
        [
            ("2020-01-01", "A", 300, Oskemen), ("2020-03-01", "B", 100, Oskemen),
            ("2021-01-01", "A", 300, Oskemen), ("2021-02-01", "A", 300, Ridder), ("2021-03-01", "C", 200, Ridder), ("2021-03-01", "D", 100, Ridder),
        ];
        for (var row = 0; row < payments.Length; row++)
        {
            var (month, household, tenge, district) = payments[row];
            await source.PayAsync(row + 1, month, household, tenge * 100, Token, district, row % 2 == 0 ? "large_family" : "low_income");
        }

        var world = await WorldAsync(source);
        await world.LoadAndPublishAsync(Token);
        return world;
    }
}
