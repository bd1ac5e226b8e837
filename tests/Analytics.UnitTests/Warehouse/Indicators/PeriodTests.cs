using Analytics.Warehouse.Indicators;
using CsCheck;

namespace Analytics.UnitTests.Warehouse.Indicators;

public sealed class PeriodTests
{
    private static readonly Gen<Period> Periods = Gen.OneOf(
        Gen.Select(Gen.Int[2000, 2100], Gen.Int[1, 12], Period.OfMonth),
        Gen.Select(Gen.Int[2000, 2100], Gen.Int[1, 4], Period.OfQuarter),
        Gen.Select(Gen.Int[2000, 2100], Gen.Int[1, 12], Period.ToDate));

    [Theory]
    [InlineData("2020", PeriodKind.YearToDate, 12, "2020-01-01", "2020-12-31")]
    [InlineData("2020-06", PeriodKind.Month, 6, "2020-06-01", "2020-06-30")]
    [InlineData("2020-02", PeriodKind.Month, 2, "2020-02-01", "2020-02-29")]
    [InlineData("2020Q1", PeriodKind.Quarter, 3, "2020-01-01", "2020-03-31")]
    [InlineData("2020Q2", PeriodKind.Quarter, 6, "2020-04-01", "2020-06-30")]
    [InlineData("2020Q4", PeriodKind.Quarter, 12, "2020-10-01", "2020-12-31")]
    [InlineData("2020-01..06", PeriodKind.YearToDate, 6, "2020-01-01", "2020-06-30")]
    [InlineData("2020-01..01", PeriodKind.YearToDate, 1, "2020-01-01", "2020-01-31")]
    public void Each_of_the_four_forms_is_read_and_written_back(string code, PeriodKind kind, int lastMonth, string firstDay, string lastDay)
    {
        Assert.True(Period.TryParse(code, out var period));
        Assert.Equal(new Period(kind, 2020, lastMonth), period);
        Assert.Equal(code, period.Code);
        Assert.Equal(DateOnly.Parse(firstDay, null), period.FirstDay);
        Assert.Equal(DateOnly.Parse(lastDay, null), period.LastDay);
    }

    [Fact]
    public void January_to_December_is_the_year_and_is_written_so()
    {
        Assert.True(Period.TryParse("2020-01..12", out var period));
        Assert.Equal("2020", period.Code);
        Assert.True(period.IsWholeYear);
    }

    [Fact]
    public void December_alone_is_not_the_year() => Assert.False(Period.OfMonth(2020, 12).IsWholeYear);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("20")]
    [InlineData("1999")]
    [InlineData("2101")]
    [InlineData("2020-00")]
    [InlineData("2020-13")]
    [InlineData("2020-6")]
    [InlineData("2020-06-01")]
    [InlineData("2020Q0")]
    [InlineData("2020Q5")]
    [InlineData("2020q2")]
    [InlineData("2020-02..06")]
    [InlineData("2020-01..13")]
    [InlineData("2020-01..00")]
    [InlineData("2020-01...06")]
    [InlineData(" 2020")]
    [InlineData("2020 ")]
    [InlineData("2020\n")]
    [InlineData("+2020")]
    [InlineData("-2020")]
    [InlineData("２０２０")]
    [InlineData("٢٠٢٠")]
    [InlineData("2020' OR 1=1")]
    public void Anything_else_is_no_period(string? code) => Assert.False(Period.TryParse(code, out _));

    [Fact]
    public void Every_period_is_read_back_from_its_own_code() => Periods.Sample(period =>
        Period.TryParse(period.Code, out var read) && read == period);

    [Fact]
    public void Every_period_lies_in_its_year_and_ends_on_a_last_day_of_a_month() => Periods.Sample(period =>
        period.FirstDay.Year == period.Year && period.LastDay.Year == period.Year
        && period.FirstDay.Day == 1 && period.LastDay.AddDays(1).Day == 1 && period.FirstDay < period.LastDay);

    [Fact]
    public void The_period_before_a_month_or_quarter_ends_on_the_day_before_it() =>
        Periods.Where(period => period.Kind != PeriodKind.YearToDate).Sample(period => period.Previous.LastDay.AddDays(1) == period.FirstDay);

    [Theory]
    [InlineData("2020-01", "2019-12")]
    [InlineData("2020-06", "2020-05")]
    [InlineData("2020Q1", "2019Q4")]
    [InlineData("2020Q3", "2020Q2")]
    [InlineData("2020-01..06", "2019-01..06")]
    [InlineData("2020", "2019")]
    public void The_previous_period_is_as_long_and_to_date_it_is_last_years(string code, string previous) =>
        Assert.Equal(previous, Parse(code).Previous.Code);

    [Theory]
    [InlineData("2020-02", "2019-02")]
    [InlineData("2020Q1", "2019Q1")]
    [InlineData("2020-01..06", "2019-01..06")]
    [InlineData("2020", "2019")]
    public void Last_year_is_the_same_months(string code, string lastYear) => Assert.Equal(lastYear, Parse(code).LastYear.Code);

    [Fact]
    public void February_of_last_year_ends_on_its_own_last_day() =>
        Assert.Equal(new DateOnly(2019, 2, 28), Period.OfMonth(2020, 2).LastYear.LastDay);

    private static Period Parse(string code) => Period.TryParse(code, out var period) ? period : throw new ArgumentException(code);
}
