using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Warehouse.Indicators;

public sealed class SeriesQueryTests
{
    private static readonly SeriesQuery Months = new(
        IndicatorCatalogue.Get("families"), [Territories.Shipped.Region], PeriodKind.Month, new DateOnly(2020, 2, 1), new DateOnly(2020, 6, 30));

    [Fact]
    public void A_line_by_month_has_every_month() =>
        Assert.Equal(["2020-02", "2020-03", "2020-04", "2020-05", "2020-06"], Codes(Months));

    [Fact]
    public void A_month_that_is_cut_off_is_not_on_the_line() =>
        Assert.Equal(["2020-02", "2020-03", "2020-04", "2020-05"], Codes(Months with { To = new DateOnly(2020, 6, 29) }));

    [Fact]
    public void A_line_by_quarter_has_the_quarters_that_end_in_it() =>
        Assert.Equal(["2020Q1", "2020Q2"], Codes(Months with { Kind = PeriodKind.Quarter }));

    [Fact]
    public void A_line_to_date_begins_anew_each_January() =>
        Assert.Equal(["2019", "2020-01..01", "2020-01..02"], Codes(Months with { Kind = PeriodKind.YearToDate, From = new DateOnly(2019, 12, 1), To = new DateOnly(2020, 2, 29) }));

    private static IEnumerable<string> Codes(SeriesQuery query) => query.Periods().Select(period => period.Code);
}
