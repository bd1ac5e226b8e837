using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;
using static Analytics.UnitTests.Warehouse.Targets.Plans;

namespace Analytics.UnitTests.Warehouse.Targets;

public sealed class PlanToDateTests
{
    [Theory]
    [InlineData("2021-01..01", 100)]
    [InlineData("2021-01..05", 500)]
    [InlineData("2021-01..11", 1100)]
    [InlineData("2021", 1200)]
    [InlineData("2021-07", 100)]
    [InlineData("2021Q3", 300)]
    public void A_flow_comes_a_twelfth_a_month(string period, int due) => Assert.Equal(due, Due(Paid, Plan(1200), period));

    [Theory]
    [InlineData("2021-01", 10)]
    [InlineData("2021-01..03", 30)]
    [InlineData("2021-01..04", 40)]
    [InlineData("2021-01..08", 72)]
    [InlineData("2021-08", 6)]
    [InlineData("2021Q3", 18)]
    [InlineData("2021Q4", 42)]
    [InlineData("2021-12", 14)]
    [InlineData("2021", 120)]
    public void A_flow_with_quarters_comes_evenly_inside_each(string period, int due) => Assert.Equal(due, Due(Events, Plan(120, 30, 30, 18, 42), period));

    [Theory]
    [InlineData("2021-01..01", 200)]
    [InlineData("2021-01..03", 600)]
    [InlineData("2021-01..05", 1000)]
    [InlineData("2021-01..06", 1200)]
    [InlineData("2021-01..12", 2000)]
    public void Of_people_the_quarters_are_levels_reached(string period, int due) => Assert.Equal(due, Due(Placements, Plan(2000, 600, 1200, 1500, 2000), period));

    [Theory]
    [InlineData("2021-05")]
    [InlineData("2021Q2")]
    public void People_of_a_month_or_quarter_have_no_plan_of_levels(string period) => Assert.Null(Due(Placements, Plan(2000, 600, 1200, 1500, 2000), period));

    [Fact]
    public void Last_years_course_gives_the_share_that_is_due() =>
        Assert.Equal(new PlanToDate(6_600, TargetPhasing.Seasonal, null), Of(Families, Plan(8_800), "2021-01..06", 7_500, 10_000));

    [Fact]
    public void Last_years_course_tells_a_month_of_people_too() => Assert.Equal(440, Of(Placements, Plan(4_400), "2021-05", 300, 3_000).Value);

    [Theory]
    [InlineData(null, 10_000, false)]
    [InlineData(7_500, null, false)]
    [InlineData(0, 10_000, false)]
    [InlineData(0, 0, false)]
    [InlineData(7_500, 10_000, true)]
    public void A_course_that_is_unknown_or_zero_or_broken_gives_way_to_twelfths_and_says_so(int? months, int? year, bool isBroken)
    {
        Assert.True(Period.TryParse("2021-01..06", out var period));

        Assert.Equal(new PlanToDate(4_400, TargetPhasing.Linear, "target_linear_instead"), PlanToDate.Of(Families, Plan(8_800), period, months, year, isBroken));
    }

    [Fact]
    public void People_of_a_month_have_no_plan_in_twelfths() => Assert.Equal(new PlanToDate(null, TargetPhasing.Linear, "target_linear_instead"), Of(Families, Plan(8_800), "2021-05", null, null));

    [Fact]
    public void A_whole_year_needs_no_course() => Assert.Equal(new PlanToDate(8_800, TargetPhasing.Seasonal, null), Of(Families, Plan(8_800), "2021", null, null));

    [Fact]
    public void A_plan_may_choose_its_own_way() =>
        Assert.Equal(new PlanToDate(4_400, TargetPhasing.Linear, null), Of(Families, Plan(8_800) with { Phasing = TargetPhasing.Linear }, "2021-01..06", 7_500, 10_000));

    [Fact]
    public void A_flow_may_follow_last_year() =>
        Assert.Equal(300, Of(Paid, Plan(1_200) with { Phasing = TargetPhasing.Seasonal }, "2021-01..06", 250, 1_000).Value);

    [Fact]
    public void A_plan_with_quarters_may_still_choose_twelfths() =>
        Assert.Equal(60, Of(Events, Plan(120, 90, 10, 10, 10) with { Phasing = TargetPhasing.Linear }, "2021-01..06", null, null).Value);

    [Fact]
    public void By_quarters_without_quarters_is_the_usual_way() =>
        Assert.Equal(TargetPhasing.Linear, Of(Events, Plan(120) with { Phasing = TargetPhasing.Quarters }, "2021-01..06", null, null).Phasing);

    [Fact]
    public void A_rate_keeps_its_plan_whatever_is_chosen() =>
        Assert.Equal(new PlanToDate(80, TargetPhasing.Level, null), Of(ApprovalRate, Plan(80) with { Phasing = TargetPhasing.Linear }, "2021-03", null, null));

    [Fact]
    public void The_usual_ways_are_those_of_the_catalogue() => Assert.Equal(
        (TargetPhasing.Linear, TargetPhasing.Seasonal, TargetPhasing.Level, TargetPhasing.Level),
        (Paid.Phasing, Families.Phasing, ApprovalRate.Phasing, DecisionDays.Phasing));

    private static decimal? Due(Indicator indicator, TargetVersion plan, string period) => Of(indicator, plan, period, null, null).Value;

    private static PlanToDate Of(Indicator indicator, TargetVersion plan, string code, decimal? months, decimal? year)
    {
        Assert.True(Period.TryParse(code, out var period));
        return PlanToDate.Of(indicator, plan, period, months, year, isBroken: false);
    }
}
