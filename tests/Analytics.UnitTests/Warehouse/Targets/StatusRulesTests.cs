using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;
using Analytics.Warehouse.Texts;
using static Analytics.UnitTests.Warehouse.Targets.Plans;

namespace Analytics.UnitTests.Warehouse.Targets;

public sealed class StatusRulesTests
{
    [Theory]
    [InlineData("1000", "met")]
    [InlineData("1001", "met")]
    [InlineData("999.999", "near")]
    [InlineData("950", "near")]
    [InlineData("949.999", "behind")]
    [InlineData("850", "behind")]
    [InlineData("849.9999", "far_behind")]
    [InlineData("0", "far_behind")]
    public void Where_more_is_better_thresholds_are_tested_on_the_unrounded_value(string fact, string status) =>
        Assert.Equal(status, StatusRules.Shipped.Judge(Placements, Number(fact), 1000));

    [Theory]
    [InlineData("9", "met")]
    [InlineData("10", "met")]
    [InlineData("10.0001", "near")]
    [InlineData("10.5", "near")]
    [InlineData("10.50001", "behind")]
    [InlineData("11.5", "behind")]
    [InlineData("11.50001", "far_behind")]
    [InlineData("30", "far_behind")]
    public void Where_less_is_better_the_same_thresholds_are_mirrored(string days, string status) =>
        Assert.Equal(status, StatusRules.Shipped.Judge(DecisionDays, Number(days), 10));

    [Fact]
    public void Attainment_that_is_shown_as_95_0_may_be_behind()
    {
        var target = Beside(Placements, Year, 949.999m, 1000);

        Assert.Equal("95,0", Language.Russian.Number(target.Attainment!.Value, 1));
        Assert.Equal("behind", target.Status);
    }

    [Fact]
    public void A_threshold_that_division_would_miss_is_met() => Assert.Equal("near", StatusRules.Shipped.Judge(Placements, 0.95m * 3, 3));

    [Fact]
    public void A_third_of_a_plan_in_thirds_is_met() => Assert.Equal("met", StatusRules.Shipped.Judge(Placements, 100m / 3, 100m / 3));

    [Theory]
    [InlineData("8000")]
    [InlineData("1")]
    public void Where_neither_is_better_the_plan_is_only_a_plan(string fact) => Assert.Equal("plan", StatusRules.Shipped.Judge(Families, Number(fact), 8_800));

    [Fact]
    public void No_refusals_planned_and_none_made_is_met() => Assert.Equal("met", StatusRules.Shipped.Judge(Refused, 0, 0));

    [Fact]
    public void One_refusal_where_none_was_planned_is_far_off() => Assert.Equal("far_behind", StatusRules.Shipped.Judge(Refused, 1, 0));

    [Fact]
    public void Of_a_plan_of_nothing_more_cannot_be_asked() => Assert.Null(StatusRules.Shipped.Judge(Placements, 5, 0));

    [Fact]
    public void A_plan_below_zero_is_not_judged() => Assert.Null(StatusRules.Shipped.Judge(Placements, 5, -10));

    [Fact]
    public void Without_a_fact_or_a_plan_there_is_no_status() =>
        Assert.Equal((null, null), (StatusRules.Shipped.Judge(Placements, null, 10), StatusRules.Shipped.Judge(Placements, 10, null)));

    [Fact]
    public void An_indicator_may_have_rules_of_its_own()
    {
        var rules = StatusRules.Parse("indicator,status,at_least\nplacements,met,98\nplacements,near,90\nplacements,behind,0\n");

        Assert.Equal(("met", "behind"), (rules.Judge(Placements, 98, 100), rules.Judge(Placements, 89, 100)));
        Assert.Equal("near", rules.Judge(Events, 98, 100));
    }

    [Theory]
    [InlineData("indicator,status,at_least\nplacement,met,100", "line 2")]
    [InlineData("indicator,status,at_least\nplacements,good,100", "line 2")]
    [InlineData("indicator,status,at_least\nplacements,met,many", "line 2")]
    [InlineData("indicator,status,at_least\nplacements,near,95\nplacements,met,100", "must go down")]
    public void A_rule_that_is_none_is_refused_with_its_line(string text, string told) =>
        Assert.Contains(told, Assert.Throws<ArgumentException>(() => StatusRules.Parse(text)).Message, StringComparison.Ordinal);

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
