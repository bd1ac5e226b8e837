using Analytics.Warehouse.Forecasts;

namespace Analytics.UnitTests.Warehouse.Forecasts;

/// <summary>Against printed tables of Student's distribution.</summary>
public sealed class StudentTTests
{
    [Theory]
    [InlineData(0.95, 1, 12.706204736)]
    [InlineData(0.95, 2, 4.302652730)]
    [InlineData(0.95, 3, 3.182446305)]
    [InlineData(0.95, 5, 2.570581836)]
    [InlineData(0.95, 10, 2.228138852)]
    [InlineData(0.95, 30, 2.042272456)]
    [InlineData(0.80, 1, 3.077683537)]
    [InlineData(0.80, 2, 1.885618083)]
    [InlineData(0.80, 4, 1.533206274)]
    [InlineData(0.99, 6, 3.707428021)]
    public void The_span_that_holds_a_share_is_that_of_the_tables(double level, int freedom, double t) =>
        Assert.Equal(t, StudentT.Quantile(level, freedom), 1e-8);

    [Theory]
    [InlineData(0, 3, 0.5)]
    [InlineData(1, 1, 0.75)]
    [InlineData(-1, 1, 0.25)]
    [InlineData(1, 2, 0.788675134594813)]
    [InlineData(2, 5, 0.949030260585071)]
    public void The_probability_up_to_a_value_is_that_of_the_tables(double t, int freedom, double probability) =>
        Assert.Equal(probability, StudentT.AtMost(t, freedom), 1e-12);
}
