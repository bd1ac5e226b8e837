using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;
using static Analytics.UnitTests.Warehouse.Targets.Plans;

namespace Analytics.UnitTests.Warehouse.Targets;

public sealed class TargetFigureTests
{
    [Fact]
    public void A_plan_lower_than_last_years_fact_is_a_plan_not_a_failure()
    {
        var target = TargetFigure.Of(Families, Year, Known(9_500), Plan(8_800), new LastYearCourse(10_969, 10_969, IsBroken: true), StatusRules.Shipped);

        Assert.Equal("plan", target.Status);
        Assert.Equal(107.954545m, Math.Round(target.Attainment!.Value, 6));
        Assert.Equal(["plan_below_last_year"], target.Notes);
        Assert.Equal(10_969, target.LastYear);
    }

    [Fact]
    public void A_plan_as_high_as_last_years_fact_needs_no_word() =>
        Assert.Empty(TargetFigure.Of(Families, Year, Known(9_500), Plan(10_969), new LastYearCourse(10_969, 10_969, true), StatusRules.Shipped).Notes);

    [Fact]
    public void Fewer_refusals_planned_than_last_year_is_what_a_plan_is_for() =>
        Assert.Empty(TargetFigure.Of(Refused, Year, Known(100), Plan(100), new LastYearCourse(185, 185, false), StatusRules.Shipped).Notes);

    [Fact]
    public void A_plan_seen_against_an_unknown_year_is_not_called_lower() =>
        Assert.Empty(TargetFigure.Of(Families, Year, Known(9_500), Plan(8_800), default, StatusRules.Shipped).Notes);

    [Fact]
    public void The_plan_to_date_of_a_flow_is_its_share_of_the_year()
    {
        var target = Beside(Paid, Period.ToDate(2021, 6), 600, 1200);

        Assert.Equal((600m, 1200m, 100m, 50m), (target.ToDate, target.Year, target.Attainment, target.YearAttainment));
    }

    [Fact]
    public void Both_attainments_of_people_follow_last_years_course()
    {
        // Last year 1 453 of 2 907 people had been placed by June: of 2 000 so many are due.
        var target = TargetFigure.Of(Placements, Period.ToDate(2021, 6), Known(1_200), Plan(2_000), new LastYearCourse(1_453.5m, 2_907, false), StatusRules.Shipped);

        Assert.Equal((1_000m, 120m, 60m, "met", "seasonal"), (target.ToDate, target.Attainment, target.YearAttainment, target.Status, target.Phasing));
    }

    [Fact]
    public void Without_a_fact_nothing_is_judged()
    {
        var target = TargetFigure.Of(Placements, Year, Figure.Absent(ValueState.NotReported), Plan(1000), default, StatusRules.Shipped);

        Assert.Equal((1000m, null, null, null), (target.ToDate, target.Attainment, target.YearAttainment, target.Status));
    }

    [Fact]
    public void Nothing_is_divided_by_a_plan_of_zero()
    {
        var target = Beside(Placements, Year, 5, 0);

        Assert.Equal((null, null, null), (target.Attainment, target.YearAttainment, target.Status));
    }

    [Fact]
    public void A_fact_of_zero_attains_nothing_of_a_plan() => Assert.Equal((0m, "far_behind"), (Beside(Placements, Year, 0, 10).Attainment, Beside(Placements, Year, 0, 10).Status));

    [Fact]
    public void The_plan_of_a_rate_is_the_plan_of_every_month()
    {
        var target = Beside(ApprovalRate, Period.OfMonth(2021, 2), 76, 80);

        Assert.Equal((80m, 95m, 95m, "near", "level"), (target.ToDate, target.Attainment, target.YearAttainment, target.Status, target.Phasing));
    }

    [Fact]
    public void The_plan_tells_its_stage_and_decree()
    {
        var plan = Plan(100) with { Stage = TargetStage.Refined, DecreeNumber = "№ 97", DecreeDate = new DateOnly(2021, 4, 15) };
        var target = TargetFigure.Of(Events, Year, Known(1), plan, default, StatusRules.Shipped);

        Assert.Equal(("refined", "№ 97", new DateOnly(2021, 4, 15)), (target.Stage, target.DecreeNumber, target.DecreeDate));
    }
}
