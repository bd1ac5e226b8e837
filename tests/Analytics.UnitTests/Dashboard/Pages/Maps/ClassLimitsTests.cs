using Analytics.Dashboard.Pages.Maps;

namespace Analytics.UnitTests.Dashboard.Pages.Maps;

public sealed class ClassLimitsTests
{
    [Fact]
    public void Five_classes_hold_a_fifth_of_all_values_each_within_round_limits()
    {
        var limits = ClassLimits.Of(Enumerable.Range(1, 100).Select(value => (decimal)value), decimals: 0);

        Assert.Equal([20m, 40m, 60m, 80m], limits.Limits);
        Assert.Equal((null, 19m), limits.Range(1));
        Assert.Equal((40m, 59m), limits.Range(3));
        Assert.Equal((80m, null), limits.Range(5));
    }

    [Theory]
    [InlineData(19, 1)]
    [InlineData(20, 2)]
    [InlineData(59, 3)]
    [InlineData(80, 5)]
    [InlineData(-3, 1)]
    [InlineData(5000, 5)]
    public void A_value_has_the_class_in_whose_limits_it_is_shown(int value, int number) =>
        Assert.Equal(number, new ClassLimits([20m, 40m, 60m, 80m], 0).ClassOf(value));

    [Fact]
    public void Limits_are_told_apart_in_the_decimals_that_are_shown()
    {
        var limits = ClassLimits.Of([99.11m, 99.24m, 99.36m, 99.48m, 99.52m, 99.63m, 99.71m, 99.84m, 99.91m, 100m], decimals: 1);

        Assert.Equal([99.4m, 99.5m, 99.7m, 99.9m], limits.Limits);
        Assert.Equal((99.5m, 99.6m), limits.Range(3));
    }

    [Fact]
    public void Where_values_repeat_there_are_fewer_classes_and_none_that_could_only_be_empty()
    {
        Assert.Equal([], ClassLimits.Of([7m, 7m, 7m], 0).Limits);
        Assert.Equal([], ClassLimits.Of([], 0).Limits);
        Assert.Equal([2m], ClassLimits.Of([1m, 1m, 1m, 1m, 2m], 0).Limits);
    }
}
