using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Warehouse.Indicators;

public sealed class ComparisonNotesTests
{
    [Fact]
    public void A_comparison_over_new_rules_carries_each_break_once() =>
        Assert.Equal(["break_poverty_line_2019", "break_model_2020", "break_prolongation_2020"], Notes("families", "oskemen", "2019-01-01", "2020-12-31"));

    [Fact]
    public void Rules_of_payments_do_not_touch_grants() => Assert.Empty(Notes("microcredits_issued", "oskemen", "2019-01-01", "2020-12-31"));

    [Fact]
    public void A_rule_in_force_from_the_first_day_holds_on_both_sides() => Assert.Empty(Notes("families", "oskemen", "2020-01-01", "2020-03-31"));

    [Fact]
    public void A_rule_that_begins_on_the_last_day_is_marked() =>
        Assert.Equal(["break_prolongation_2020"], Notes("families", "oskemen", "2020-01-01", "2020-04-01"));

    [Theory]
    [InlineData("vko")]
    [InlineData("kokpekti")]
    [InlineData("tarbagatay")]
    public void Land_that_went_in_2022_marks_the_comparison(string slug) =>
        Assert.Equal(["boundary_changed"], Notes("microcredits_issued", slug, "2021-01-01", "2022-12-31"));

    [Theory]
    [InlineData("kurshum")]
    [InlineData("katonkaragay")]
    public void Land_that_went_in_2024_marks_the_comparison(string slug) =>
        Assert.Equal(["boundary_changed"], Notes("microcredits_issued", slug, "2023-01-01", "2024-12-31"));

    [Fact]
    public void The_region_kept_its_land_in_2024() => Assert.Empty(Notes("microcredits_issued", "vko", "2023-01-01", "2024-12-31"));

    [Fact]
    public void A_unit_that_kept_its_land_is_not_marked() => Assert.Empty(Notes("microcredits_issued", "oskemen", "2021-01-01", "2022-12-31"));

    [Fact]
    public void A_rate_over_a_stock_is_measured_on_the_land_of_1_January() =>
        Assert.Equal(["boundary_changed"], Notes("coverage_rate", "kokpekti", "2022-06-08", "2022-06-30"));

    [Theory]
    [InlineData("semey", "2022", true)]
    [InlineData("semey", "2022Q2", false)]
    [InlineData("semey", "2022Q3", false)]
    [InlineData("samar", "2022", true)]
    [InlineData("samar", "2022-06", false)]
    [InlineData("oskemen", "2022", false)]
    public void A_unit_that_came_or_went_was_in_the_region_for_a_part_of_the_period(string slug, string code, bool isPart)
    {
        Assert.True(Period.TryParse(code, out var period));
        Assert.Equal(isPart, ComparisonNotes.IsPartlyInRegion(On(slug), period));
    }

    private static IEnumerable<string> Notes(string indicator, string territory, string first, string last) => ComparisonNotes.Between(
        IndicatorCatalogue.Get(indicator), On(territory), DateOnly.Parse(first, null), DateOnly.Parse(last, null)).Select(one => one.Note);

    private static Ground On(string territory) => Ground.Of(Territories.Shipped, Territories.Shipped.Find(territory)!, Boundaries.AsReported, default, default)!;
}
