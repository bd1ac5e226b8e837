using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Warehouse.Indicators;

public sealed class ChangeTests
{
    private static readonly Indicator Families = IndicatorCatalogue.Get("families");
    private static readonly Indicator ApprovalRate = IndicatorCatalogue.Get("grant_approval_rate");

    [Fact]
    public void A_quantity_changes_by_its_difference_and_percent() =>
        Assert.Equal(new Change(Absolute: 50, Percent: 25, Points: null, Times: null), Between(Families, 250, 200));

    [Fact]
    public void A_rate_changes_by_points_only() =>
        Assert.Equal(new Change(null, null, Points: 2.5m, null), Between(ApprovalRate, 82.5m, 80));

    [Fact]
    public void From_twice_as_many_on_the_change_is_told_in_times() =>
        Assert.Equal(new Change(Absolute: 210, Percent: 210, Points: null, Times: 3.1m), Between(Families, 310, 100));

    [Fact]
    public void Exactly_twice_as_many_is_two_times() => Assert.Equal(2, Between(Families, 200, 100)?.Times);

    [Fact]
    public void Just_below_twice_as_many_is_told_in_percent() => Assert.Null(Between(Families, 1999, 1000)?.Times);

    [Fact]
    public void A_rate_that_doubles_is_still_told_in_points() => Assert.Equal(new Change(null, null, 50, null), Between(ApprovalRate, 100, 50));

    [Fact]
    public void On_a_base_of_zero_there_is_no_percent_and_no_times() =>
        Assert.Equal(new Change(Absolute: 12, Percent: null, Points: null, Times: null), Between(Families, 12, 0));

    [Theory]
    [InlineData("families", 4, 5, null)]
    [InlineData("families", 5, 6, "20")]
    [InlineData("grant_applications", 3, 9, null)]
    [InlineData("outreach_events", 4, 1, null)]
    [InlineData("paid_amount", 4, 5, "25")]
    [InlineData("average_per_family", 2, 3, "50")]
    [InlineData("grant_decision_days", 4, 5, "25")]
    public void A_count_of_less_than_five_is_no_base_for_percent_or_times(string indicator, int then, int now, string? percent)
    {
        var change = Between(IndicatorCatalogue.Get(indicator), now, then)!;

        Assert.Equal(percent is null ? null : decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), change.Percent);
        Assert.Equal(now - then, change.Absolute);
        Assert.Null(change.Times);
    }

    [Fact]
    public void Zero_after_something_is_a_fall_of_a_hundred_percent() =>
        Assert.Equal(new Change(Absolute: -12, Percent: -100, Points: null, Times: null), Between(Families, 0, 12));

    [Fact]
    public void Nothing_is_compared_with_an_absent_side()
    {
        Assert.Null(Change.Between(Families, Known(5), Figure.Absent(ValueState.NotReported)));
        Assert.Null(Change.Between(Families, Figure.Absent(ValueState.NotReported), Known(5)));
        Assert.Null(Change.Between(ApprovalRate, Figure.Absent(ValueState.NotApplicable), Figure.Absent(ValueState.Hidden)));
    }

    private static Change? Between(Indicator indicator, decimal current, decimal other) => Change.Between(indicator, Known(current), Known(other));

    private static Figure Known(decimal value) => new(value == 0 ? ValueState.Zero : ValueState.Measured, value, null, value);
}
