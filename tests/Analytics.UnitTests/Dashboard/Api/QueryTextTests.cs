using Analytics.Dashboard.Api;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Dashboard.Api;

public sealed class QueryTextTests
{
    [Fact]
    public void A_question_is_read_whole()
    {
        var query = QueryText.Values("families,paid_amount", "2020-01..06", "vko,oskemen", "last_year,target", "as_reported", "low_income", "conditional", "3");

        Assert.Equal(["families", "paid_amount"], query.Indicators.Select(indicator => indicator.Code));
        Assert.Equal(["vko", "oskemen"], query.Territories.Select(territory => territory.Slug));
        Assert.Equal(Period.ToDate(2020, 6), query.Period);
        Assert.Equal([Comparison.LastYear, Comparison.Target], query.Comparisons.Order());
        Assert.Equal((Category.LowIncome, AidKind.Conditional, Boundaries.AsReported, 3L), (query.Category, query.Aid, query.Boundaries, query.Publication));
    }

    [Fact]
    public void Without_territories_the_region_and_its_units_of_the_period_are_meant()
    {
        var query = QueryText.Values("families", "2020", null, null, null, null, null);

        Assert.Equal(20, query.Territories.Count);
        Assert.Equal(Territories.Shipped.Region, query.Territories[0]);
        Assert.Equal((Category.All, AidKind.All, null), (query.Category, query.Aid, query.Publication));
        Assert.Empty(query.Comparisons);
    }

    [Fact]
    public void What_is_asked_twice_is_answered_once() =>
        Assert.Single(QueryText.Values("families, families,", "2020", "vko,vko", null, null, null, null).Indicators);

    [Theory]
    [InlineData("indicators", "happiness", "families, persons, children_1_6")]
    [InlineData("period", "2020-13", "2020-01..06")]
    [InlineData("territories", "almaty", "vko, oskemen")]
    [InlineData("compare", "lastyear", "last_year, previous, target")]
    [InlineData("boundaries", "today", "as_reported, current, common")]
    [InlineData("category", "rich", "all, large_family, low_income")]
    [InlineData("aid", "food", "all, conditional, unconditional")]
    [InlineData("publication", "first", "number")]
    public void A_wrong_parameter_is_named_with_its_value_and_what_it_may_be(string parameter, string value, string allowed)
    {
        string? Given(string name, string? otherwise) => name == parameter ? value : otherwise;

        var wrong = Assert.Throws<WrongQueryException>(() => QueryText.Values(
            Given("indicators", "families"), Given("period", "2020"), Given("territories", null), Given("compare", null),
            Given("boundaries", null), Given("category", null), Given("aid", null), Given("publication", null)));

        Assert.Equal(parameter, wrong.Parameter);
        Assert.Contains($"\"{value}\"", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(allowed, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("indicators", null, "2020")]
    [InlineData("period", "families", null)]
    public void A_missing_parameter_is_named(string parameter, string? indicators, string? period)
    {
        var wrong = Assert.Throws<WrongQueryException>(() => QueryText.Values(indicators, period, null, null, null, null, null));

        Assert.Equal(parameter, wrong.Parameter);
        Assert.Contains("missing", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Boundaries_that_do_not_exist_are_refused_not_ignored() => Assert.Equal(
        "boundaries is \"todays\". It may be: as_reported, current, common.",
        Assert.Throws<WrongQueryException>(() => QueryText.Values("families", "2020", null, null, "todays", null, null)).Message);

    [Fact]
    public void Several_comparisons_may_be_asked_for_at_once()
    {
        var query = QueryText.Values("families", "2024", null, "last_year,target,2020,2022", null, null, null);

        Assert.Equal([Comparison.LastYear, Comparison.Target], query.Comparisons);
        Assert.Equal(["2024", "2023", "2020", "2022"], query.Periods.Select(period => period.Code));
    }

    [Theory]
    [InlineData("2024", "2020-06", "compare is \"2020-06\", which is not as long as 2024. Like is compared with like: 2020.")]
    [InlineData("2024-01..05", "2020", "compare is \"2020\", which is not as long as 2024-01..05. Like is compared with like: 2020-01..05.")]
    [InlineData("2024Q2", "2020-05", "compare is \"2020-05\", which is not as long as 2024Q2. Like is compared with like: 2020Q2.")]
    public void A_part_of_a_year_is_not_compared_with_the_whole_of_another(string period, string other, string message) => Assert.Equal(
        message, Assert.Throws<WrongQueryException>(() => QueryText.Values("families", period, null, other, null, null, null)).Message);

    [Fact]
    public void On_common_boundaries_units_that_exchanged_land_are_listed_once() => Assert.Equal(
        "vko oskemen ridder glubokoe zaysan altay kurshum katonkaragay samar tarbagatay ulan shemonaikha",
        string.Join(' ', QueryText.Values("families", "2024", null, "2020", "common", null, null).Territories.Select(territory => territory.Slug)));

    [Fact]
    public void On_current_boundaries_the_districts_of_today_are_listed_for_any_year() => Assert.Equal(
        "vko oskemen ridder glubokoe zaysan altay kurshum katonkaragay markakol samar tarbagatay ulan ulken-naryn shemonaikha",
        string.Join(' ', QueryText.Values("families", "2020", null, null, "current", null, null).Territories.Select(territory => territory.Slug)));


    [Fact]
    public void What_a_stranger_sent_is_shown_short_and_without_control_characters()
    {
        var wrong = Assert.Throws<WrongQueryException>(() => QueryText.Period("x\r\n\u001b[31m" + new string('y', 500)));

        Assert.DoesNotContain('\n', wrong.Message);
        Assert.DoesNotContain('\u001b', wrong.Message);
        Assert.True(wrong.Message.Length < 200);
    }

    [Theory]
    [InlineData("2021-02-29")]
    [InlineData("01.01.2021")]
    [InlineData("2021-1-1")]
    public void A_day_is_written_in_one_way(string text) => Assert.Equal("on", Assert.Throws<WrongQueryException>(() => QueryText.Day("on", text)).Parameter);

    [Fact]
    public void An_empty_day_is_none() => Assert.Null(QueryText.Day("on", ""));
}
