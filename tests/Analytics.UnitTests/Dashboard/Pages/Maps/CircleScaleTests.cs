using Analytics.Dashboard.Pages.Maps;

namespace Analytics.UnitTests.Dashboard.Pages.Maps;

public sealed class CircleScaleTests
{
    [Theory]
    [InlineData(2000, 26)]
    [InlineData(500, 13)]
    [InlineData(20, 2.6)]
    [InlineData(0, 0)]
    public void The_area_of_a_circle_is_proportional_to_the_value(int value, double radius) =>
        Assert.Equal(radius, new CircleScale(2000, 0).Radius(value), precision: 2);

    [Fact]
    public void The_key_has_round_values_that_can_be_shown()
    {
        Assert.Equal([2000m, 500m, 100m], new CircleScale(2345, 0).Samples());
        Assert.Equal([7m, 2m], new CircleScale(7, 0).Samples());
        Assert.Equal([], new CircleScale(0, 0).Samples());
    }
}
