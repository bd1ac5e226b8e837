using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Indicators;

namespace Analytics.IntegrationTests.Demo;

/// <summary>The figures of the source article and the plans, as literals.</summary>
[Collection(nameof(DemoTests))]
public sealed class AcceptanceTests(DemoWorld demo)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("2020", "families", 10969)]
    [InlineData("2020", "paid_amount", 4_700_000_000)]
    [InlineData("2020", "grant_applications", 1060)]
    [InlineData("2020", "grants_approved", 875)]
    [InlineData("2020", "placements", 2907)]
    [InlineData("2020", "outreach_events", 77)]
    [InlineData("2024", "families", 1804)]
    [InlineData("2024", "persons", 8560)]
    [InlineData("2024", "paid_amount", 1_000_000_000)]
    public async Task The_regions_figures_of_the_year_are_those_of_the_article(string year, string indicator, long expected) =>
        Assert.Equal(expected, await demo.FromSqlite.FigureAsync(indicator, year, Token));

    [Fact]
    public async Task The_approval_rate_of_2020_is_875_of_1060()
    {
        var rate = (await demo.FromSqlite.ValueAsync("grant_approval_rate", "2020", "vko", Token)).Figure;

        Assert.Equal((875m, 1060m), (rate.Numerator, rate.Denominator));
        Assert.Equal(82.547169811m, decimal.Round(rate.Value!.Value, 9));
    }

    [Theory, InlineData(Category.LargeFamily, 636), InlineData(Category.LowIncome, 239)]
    public async Task Approved_grants_of_2020_by_category_are_636_and_239(Category category, int expected)
    {
        var query = new IndicatorQuery([IndicatorCatalogue.Find("grants_approved")!], [Warehouse.Dimensions.Territories.Shipped.Region], Period.OfYear(2020)) { Category = category };

        Assert.Equal(expected, (await demo.FromSqlite.NewReader().ReadAsync(query, Token)).Values.Single().Figure.Value);
    }

    [Theory, InlineData("families", 8800), InlineData("persons", 42000), InlineData("children_1_6", 11000)]
    public async Task The_plan_for_2021_is_that_of_the_article(string indicator, int expected)
    {
        var value = await demo.FromSqlite.ValueAsync(indicator, "2021", "vko", Token, Comparison.Target);

        Assert.Equal((expected, expected), (value.Target!.Year, value.Target.ToDate));
        Assert.Equal(value.Figure.Value / expected * 100, value.Target.Attainment);
    }

    [Fact]
    public async Task The_regions_families_are_fewer_than_the_sum_of_its_districts()
    {
        var query = new IndicatorQuery([IndicatorCatalogue.Find("families")!], Warehouse.Dimensions.Territories.Shipped.During(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 31)), Period.OfYear(2020));
        var values = (await demo.FromSqlite.NewReader().ReadAsync(query, Token)).Values;

        Assert.Equal(20, values.Count);
        Assert.True(values.Skip(1).Sum(value => value.Figure.Value) > values[0].Figure.Value);
    }

    [Fact]
    public async Task The_fall_of_five_sixths_from_2020_to_2024_is_not_told_without_its_reason()
    {
        var (silent, shown) = (await From2020To2024Async(Boundaries.AsReported, false), await From2020To2024Async(Boundaries.AsReported, true));

        Assert.Null(silent.Change);
        Assert.Equal(["boundary_changed"], silent.Reasons);
        Assert.Equal(-83.6m, decimal.Round(shown.Change!.Percent!.Value, 1));
        Assert.Equal(["boundary_changed"], shown.Reasons);
    }

    [Fact]
    public async Task On_the_same_land_two_thirds_fewer_families_got_assistance_in_2024_than_in_2020()
    {
        var common = await From2020To2024Async(Boundaries.Common, false);

        Assert.Equal(5249, common.Figure.Value);
        Assert.Equal(-65.6m, decimal.Round(common.Change!.Percent!.Value, 1));
        Assert.Empty(common.Reasons);
    }

    private async Task<ComparedFigure> From2020To2024Async(Boundaries boundaries, bool showsIncomparable)
    {
        var query = new IndicatorQuery([IndicatorCatalogue.Get("families")], [Warehouse.Dimensions.Territories.Shipped.Region], Period.OfYear(2024))
        {
            ComparedWith = [Period.OfYear(2020)],
            Boundaries = boundaries,
            ShowsIncomparable = showsIncomparable,
        };
        return (await demo.FromSqlite.NewReader().ReadAsync(query, Token)).Values.Single().Others.Single();
    }

    [Fact]
    public async Task Nothing_is_in_quarantine_and_nothing_is_due()
    {
        foreach (var world in new[] { demo.FromSqlite, demo.FromPostgres })
        {
            Assert.Empty(await world.QuarantineAsync(Token));
            var (due, failures) = await world.FindDueAsync(Token);
            Assert.Empty(due);
            Assert.Empty(failures);
        }
    }
}
