using Analytics.Warehouse.Publications;

namespace Analytics.UnitTests.Warehouse.Publications;

public sealed class PublishedMonthsTests
{
    private static readonly PublishedUnit June = new(
        "social", "benefit_payments", "2020-06", 10, 1_000m, new DateOnly(2020, 6, 1), "f", 1, new DateTimeOffset(2020, 7, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Months_between_the_first_and_the_last_are_covered_though_no_unit_is_there()
    {
        var months = PublishedMonths.Of([June, June with { Period = "2020-09" }])["fact_benefit_payment"];

        Assert.Equal(new MonthRange(new DateOnly(2020, 6, 1), new DateOnly(2020, 9, 1)), months);
        Assert.True(months.Contains(new DateOnly(2020, 8, 1)));
        Assert.False(months.Contains(new DateOnly(2020, 10, 1)));
        Assert.False(months.Contains(new DateOnly(2020, 5, 1)));
    }

    [Fact]
    public void A_year_of_events_is_covered_to_its_last_event() => Assert.Equal(
        new MonthRange(new DateOnly(2020, 1, 1), new DateOnly(2020, 8, 1)),
        PublishedMonths.Of([June with { Table = "grant_applications", Period = "2020", LastDay = new DateOnly(2020, 8, 17) }])["fact_grant_application"]);

    [Theory]
    [InlineData("population", "fact_population")]
    [InlineData("allocations", "fact_allocation")]
    [InlineData("targets", "fact_target")]
    public void Plans_and_stocks_hold_for_their_whole_year(string process, string fact) => Assert.Equal(
        new MonthRange(new DateOnly(2020, 1, 1), new DateOnly(2020, 12, 1)),
        PublishedMonths.Of([June with { Table = process, Period = "2020", LastDay = new DateOnly(2020, 1, 1) }])[fact]);

    [Fact]
    public void Undated_rows_cover_nothing() => Assert.Empty(PublishedMonths.Of([June with { Period = "undated" }]));

    [Fact]
    public void A_year_without_rows_covers_nothing() =>
        Assert.Empty(PublishedMonths.Of([June with { Table = "grant_applications", Period = "2020", LastDay = null }]));

    [Fact]
    public void A_process_of_an_earlier_program_covers_nothing() => Assert.Empty(PublishedMonths.Of([June with { Table = "forgotten" }]));
}
