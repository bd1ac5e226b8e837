using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Warehouse.Indicators;

public sealed class TargetFigureTests
{
    private static readonly Indicator Families = IndicatorCatalogue.Get("families");
    private static readonly Indicator Placements = IndicatorCatalogue.Get("placements");
    private static readonly Indicator Paid = IndicatorCatalogue.Get("paid_amount");
    private static readonly Indicator DecisionDays = IndicatorCatalogue.Get("grant_decision_days");
    private static readonly Period Year = Period.OfYear(2021);

    [Fact]
    public void A_plan_lower_than_last_years_fact_is_a_plan_not_a_failure()
    {
        var target = TargetFigure.Of(Families, Year, Known(9_500), year: 8_800);

        Assert.Equal("plan", target.Status);
        Assert.Equal(107.954545m, Math.Round(target.Attainment!.Value, 6));
    }

    [Theory]
    [InlineData(1000, "met")]
    [InlineData(1001, "met")]
    [InlineData(999.999, "near")]
    [InlineData(950, "near")]
    [InlineData(949.9999, "behind")]
    [InlineData(0, "behind")]
    public void Where_more_is_better_thresholds_are_tested_on_the_unrounded_value(double fact, string status) =>
        Assert.Equal(status, TargetFigure.Of(Placements, Year, Known((decimal)fact), year: 1000).Status);

    [Theory]
    [InlineData(10, "met")]
    [InlineData(9, "met")]
    [InlineData(10.0001, "near")]
    [InlineData(10.5, "near")]
    [InlineData(10.50001, "behind")]
    public void Where_less_is_better_the_same_thresholds_are_mirrored(double days, string status) =>
        Assert.Equal(status, TargetFigure.Of(DecisionDays, Year, Known((decimal)days), year: 10).Status);

    [Fact]
    public void The_plan_to_date_of_a_flow_is_its_share_of_the_year()
    {
        var target = TargetFigure.Of(Paid, Period.ToDate(2021, 6), Known(600), year: 1200);

        Assert.Equal((600m, 1200m, 100m, 50m), (target.ToDate, target.Year, target.Attainment, target.YearAttainment));
    }

    [Fact]
    public void Of_a_quarter_the_plan_is_that_of_three_months() =>
        Assert.Equal(300, TargetFigure.Of(Paid, Period.OfQuarter(2021, 3), Known(1), year: 1200).ToDate);

    [Fact]
    public void Distinct_people_have_no_plan_to_date_before_the_year_ends()
    {
        var target = TargetFigure.Of(Placements, Period.ToDate(2021, 6), Known(600), year: 1000);

        Assert.Equal((null, null, null, 60m), (target.ToDate, target.Attainment, target.Status, target.YearAttainment));
    }

    [Fact]
    public void Without_a_fact_nothing_is_judged()
    {
        var target = TargetFigure.Of(Placements, Year, Figure.Absent(ValueState.NotReported), year: 1000);

        Assert.Equal((null, null, null), (target.Attainment, target.YearAttainment, target.Status));
    }

    [Fact]
    public void Nothing_is_divided_by_a_plan_of_zero() =>
        Assert.Equal((null, null), (TargetFigure.Of(Placements, Year, Known(5), year: 0).Attainment, TargetFigure.Of(Placements, Year, Known(5), year: 0).Status));

    private static Figure Known(decimal value) => new(value == 0 ? ValueState.Zero : ValueState.Measured, value, null, value);
}
