using Analytics.Warehouse.Forecasts;
using Analytics.Warehouse.Indicators;
using CsCheck;

namespace Analytics.UnitTests.Warehouse.Forecasts;

public sealed class SeasonalShareTests
{
    private static readonly Gen<PastYear[]> PastYears = Gen.Select(Gen.Int[1, 100_000], Gen.Int[0, 100_000], (toDate, later) => (toDate, later)).Array[2, 9]
        .Select(years => years.Select((year, position) => new PastYear(2010 + position, year.toDate, year.toDate + year.later)).ToArray());

    // Half of the year, then two fifths of it: 80 so far, of which the two years together had 100 of 225.
    private static readonly SeasonalShare TwoYears = SeasonalShare.Of(80, [new(2018, 50, 100), new(2019, 50, 125)]);

    [Fact]
    public void The_year_to_date_is_divided_by_the_share_of_past_years() =>
        Assert.Equal((180m, 0.4444m), (TwoYears.Expected, decimal.Round(TwoYears.Share, 4)));

    [Fact]
    public void Large_years_weigh_more_than_small_ones() =>
        Assert.Equal(200m, SeasonalShare.Of(100, [new(2018, 490, 980), new(2019, 10, 20)]).Expected);

    [Fact]
    public void Each_past_year_is_forecast_from_the_others_alone() => Assert.Equal(
        [new BackTestYear(2018, 50, 125, 100), new BackTestYear(2019, 50, 100, 125)], TwoYears.BackTest);

    [Fact]
    public void The_back_tests_error_is_of_the_fact_and_keeps_its_sign() => Assert.Equal([25m, -20m], TwoYears.BackTest.Select(year => year.ErrorPercent));

    [Fact]
    public void The_mean_error_has_no_signs() => Assert.Equal(22.5m, TwoYears.MeanErrorPercent);

    [Fact]
    public void The_spread_is_that_of_the_back_test_with_one_year_more() =>
        Assert.Equal(Math.Sqrt((0.04 + 0.0625) * 3 / 8), TwoYears.Spread, 1e-12);

    [Fact]
    public void Three_years_have_the_spread_and_the_forecast_computed_by_hand()
    {
        var method = SeasonalShare.Of(75, [new(2017, 50, 100), new(2018, 60, 120), new(2019, 40, 100)]);
        var (low, high) = method.Interval(0.8);

        Assert.Equal((160m, 2), (method.Expected, method.DegreesOfFreedom));
        Assert.Equal([110m, 133.3333m, 80m], method.BackTest.Select(year => decimal.Round(year.Forecast, 4)));
        Assert.Equal(0.15469392749212388, method.Spread, 1e-12);
        Assert.Equal((113.3290m, 206.6710m), (decimal.Round(low, 4), decimal.Round(high, 4)));
        Assert.Equal(0.2519478414793108, method.AtLeast(180), 1e-9);
    }

    [Fact]
    public void The_interval_follows_Student_and_what_has_been_reached_is_its_floor()
    {
        var (low, high) = TwoYears.Interval(0.8);

        Assert.Equal((80m, 288.6111m), (low, decimal.Round(high, 4)));
    }

    [Fact]
    public void The_interval_of_95_percent_holds_that_of_80() => Assert.Equal((80m, 628.4003m), (TwoYears.Interval(0.95).Low, decimal.Round(TwoYears.Interval(0.95).High, 4)));

    [Fact]
    public void The_chance_of_reaching_a_plan_follows_Student() => Assert.Equal(0.33587922497159717, TwoYears.AtLeast(200), 1e-9);

    [Fact]
    public void The_chance_of_the_forecast_itself_is_one_half() => Assert.Equal(0.5, TwoYears.AtLeast(180), 1e-12);

    [Fact]
    public void A_plan_that_has_been_reached_is_sure() => Assert.Equal((1d, 1d), (TwoYears.AtLeast(80), TwoYears.AtLeast(10)));

    [Fact]
    public void A_limit_that_has_been_passed_is_lost() => Assert.Equal(0d, TwoYears.AtMost(79));

    [Fact]
    public void Where_less_is_better_the_chance_is_to_stay_below()
    {
        var target = ForecastTarget.Of(TwoYears, 200, Direction.LessIsBetter);

        Assert.Equal((200m, Direction.LessIsBetter), (target.Plan, target.Meaning));
        Assert.Equal(1 - 0.33587922497159717, target.Probability, 1e-9);
    }

    [Theory]
    [InlineData(Direction.MoreIsBetter)]
    [InlineData(Direction.Neutral)]
    public void Otherwise_the_chance_is_to_reach_the_plan(Direction direction) =>
        Assert.Equal(0.33587922497159717, ForecastTarget.Of(TwoYears, 200, direction).Probability, 1e-9);

    [Fact]
    public void Years_that_were_all_alike_leave_no_doubt()
    {
        var method = SeasonalShare.Of(120, [new(2018, 60, 100), new(2019, 90, 150)]);

        Assert.Equal((200m, (200m, 200m), 0m), (method.Expected, method.Interval(0.95), method.MeanErrorPercent));
        Assert.Equal((1d, 0d, 1d, 0d), (method.AtLeast(200), method.AtLeast(201), method.AtMost(200), method.AtMost(199)));
    }

    [Fact]
    public void A_year_that_ended_by_the_month_ends_where_it_is() =>
        Assert.Equal(50m, SeasonalShare.Of(50, [new(2018, 70, 70), new(2019, 80, 80)]).Expected);

    [Fact]
    public void One_past_year_is_too_few() => Assert.Throws<ArgumentOutOfRangeException>(() => SeasonalShare.Of(80, [new(2018, 50, 100)]));

    [Fact]
    public void Nothing_to_date_has_no_forecast() => Assert.Throws<ArgumentOutOfRangeException>(() => SeasonalShare.Of(0, [new(2018, 50, 100), new(2019, 50, 100)]));

    [Fact]
    public void Perfectly_seasonal_years_are_forecast_exactly() => Gen.Select(Gen.Int[1, 12], Gen.Int[0, 30], Gen.Int[1, 10_000].Array[2, 8], Gen.Int[1, 10_000]).Sample((reached, later, sizes, size) =>
    {
        var method = SeasonalShare.Of(size * reached, [.. sizes.Select((times, position) => new PastYear(2010 + position, times * reached, times * (reached + later)))]);
        return method.Expected == size * (reached + later) && method.Spread == 0 && method.Interval(0.95) == (method.Expected, method.Expected);
    });

    [Fact]
    public void Intervals_hold_the_forecast_and_widen_with_their_probability() => Gen.Select(PastYears, Gen.Int[1, 100_000]).Sample((years, toDate) =>
    {
        var method = SeasonalShare.Of(toDate, years);
        var (low, high) = method.Interval(0.8);
        var (lower, higher) = method.Interval(0.95);
        return toDate <= lower && lower <= low && low <= method.Expected && method.Expected <= high && high <= higher;
    });

    [Fact]
    public void The_chance_of_a_plan_falls_as_the_plan_grows_and_the_two_chances_share_one() => Gen.Select(PastYears, Gen.Int[1, 100_000], Gen.Int[1, 100_000]).Sample((years, toDate, more) =>
    {
        var method = SeasonalShare.Of(toDate, years);
        var (plan, larger) = (toDate + more, toDate + (2 * more));
        return method.AtLeast(plan) >= method.AtLeast(larger)
            && method.AtLeast(larger) is >= 0 and <= 1
            && (method.Spread == 0 || Math.Abs(method.AtLeast(plan) + method.AtMost(plan) - 1) < 1e-12);
    });

    [Fact]
    public void Ten_times_the_numbers_give_ten_times_the_forecast_with_the_same_doubt() => Gen.Select(PastYears, Gen.Int[1, 100_000]).Sample((years, toDate) =>
    {
        var method = SeasonalShare.Of(toDate, years);
        var larger = SeasonalShare.Of(toDate * 10, [.. years.Select(year => new PastYear(year.Year, year.ToDate * 10, year.Whole * 10))]);
        return Math.Abs((larger.Expected / method.Expected) - 10) < 0.000000000001m && Math.Abs(larger.Spread - method.Spread) < 1e-12;
    });
}
