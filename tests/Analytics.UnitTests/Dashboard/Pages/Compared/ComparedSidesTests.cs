using Analytics.Dashboard.Pages;
using Analytics.Dashboard.Pages.Compared;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.UnitTests.Dashboard.Pages.Compared;

public sealed class ComparedSidesTests
{
    private static readonly Indicator Families = IndicatorCatalogue.Get("families");

    [Theory]
    [InlineData("?period=2020", "vko 2020 vko 2019")]
    [InlineData("?period=2020&territory=semey", "semey 2020 semey 2019")]
    [InlineData("?period=2020&territory=semey&with_territory=ridder", "semey 2020 ridder 2020")]
    [InlineData("?period=2020Q2&with=2021Q1", "vko 2020Q2 vko 2021Q1")]
    public void What_is_not_said_is_last_year_of_the_same_place_or_another_place_in_the_same_period(string address, string sides) =>
        Assert.Equal(sides, Read(address, out _) is { } read ? $"{read.Territory.Slug} {read.Period.Code} {read.WithTerritory.Slug} {read.With.Code}" : null);

    [Theory]
    [InlineData("?period=2024&with=2020-06", "with", "2020")]
    [InlineData("?period=2024-01..06&with=2020", "with", "2020-01..06")]
    [InlineData("?period=2024Q2&with=2020", "with", "2020Q1,2020Q2,2020Q3,2020Q4")]
    [InlineData("?period=2024&with=soon", "with", "2023")]
    public void Unlike_periods_are_refused_and_the_right_ones_named(string address, string parameter, string allowed)
    {
        Assert.Null(Read(address, out var wrong));
        Assert.Equal((parameter, allowed), (wrong!.Name, string.Join(',', wrong.Allowed)));
    }

    [Fact]
    public void A_territory_that_does_not_exist_is_named()
    {
        Assert.Null(Read("?period=2020&with_territory=atlantis", out var wrong));
        Assert.Equal(("with_territory", "atlantis"), (wrong!.Name, wrong.Value));
    }

    [Theory]
    [InlineData("2024", "", "?with_year=2020", "2020")]
    [InlineData("2024", "-01..06", "?with_year=2020&with_part=-05", "2020-01..06")]
    [InlineData("2024", "Q1", "?with_year=2020&with_part=Q3", "2020Q3")]
    [InlineData("2024", "", "?period=2024", null)]
    public void The_form_compares_like_with_like(string year, string part, string form, string? code)
    {
        Assert.True(Period.TryParse(year + part, out var period));
        Assert.Equal(code, PageQueryReader.OtherPeriodOfForm(Query(form), period));
    }

    [Fact]
    public void Two_places_differ_by_a_number_and_have_no_percentage()
    {
        var sides = Read("?period=2020&territory=semey&with_territory=ridder", out _)!;
        var difference = SideDifference.OfPlaces(Families, sides, Of(1803), Of(364), showsIncomparable: false);

        Assert.Equal((new Change(1439, null, null, null), false), (difference.Change, difference.IsOfTime));
    }

    [Fact]
    public void Half_a_year_in_the_region_is_not_compared_with_a_whole_one()
    {
        var sides = Read("?period=2022&territory=semey&with_territory=ridder", out _)!;

        Assert.Equal(["part_of_period"], SideDifference.OfPlaces(Families, sides, Of(10), Of(20), showsIncomparable: false).Reasons);
        Assert.Equal(-10, SideDifference.OfPlaces(Families, sides, Of(10), Of(20), showsIncomparable: true).Change?.Absolute);
    }

    [Fact]
    public void Two_places_in_years_of_different_rules_are_not_compared()
    {
        var sides = Read("?period=2020&territory=semey&with=2019&with_territory=ridder", out _)!;
        var difference = SideDifference.OfPlaces(Families, sides, Of(10), Of(20), showsIncomparable: false);

        Assert.Null(difference.Change);
        Assert.Contains("break_model_2020", difference.Reasons);
    }

    [Fact]
    public void Exchanged_sides_are_the_same_two()
    {
        var state = PageQueryReader.Read(Query("?period=2024&territory=semey&with=2020&with_territory=ridder"), Period.OfYear(2025), out _)!;
        var exchanged = ComparedSides.Read(ComparedSides.Read(state, out _)!.Exchanged(state), out _)!;

        Assert.Equal(("ridder", "2020", "semey", "2024"), (exchanged.Territory.Slug, exchanged.Period.Code, exchanged.WithTerritory.Slug, exchanged.With.Code));
    }

    private static Figure Of(decimal value) => new(ValueState.Measured, value, null, value);

    private static ComparedSides? Read(string address, out WrongParameter? wrong) =>
        ComparedSides.Read(PageQueryReader.Read(Query(address), Period.OfYear(2025), out _)!, out wrong);

    private static QueryCollection Query(string address) => new(QueryHelpers.ParseQuery(address));
}
