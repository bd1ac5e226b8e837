using Analytics.Dashboard.Api;
using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Dashboard.Api;

public sealed class ChangesQueryTests
{
    [Fact]
    public void By_default_the_first_two_hundred_figures_of_all_indicators_are_asked_for() =>
        Assert.Equal(new ChangesQuery(3, 7, null, null, 0, 200), ChangesQuery.Read("3", "7", null, "", null, null));

    [Fact]
    public void One_indicator_one_period_and_a_page_can_be_asked_for() => Assert.Equal(
        new ChangesQuery(3, 7, IndicatorCatalogue.Get("families"), Period.OfMonth(2020, 6), 400, 50), ChangesQuery.Read("3", "7", "families", "2020-06", "400", "50"));

    [Theory]
    [InlineData(null, "2", null, null, null, null, "from")]
    [InlineData("1", "", null, null, null, null, "to")]
    [InlineData("-1", "2", null, null, null, null, "from")]
    [InlineData("1", "two", null, null, null, null, "to")]
    [InlineData("1", "2", "happiness", null, null, null, "indicator")]
    [InlineData("1", "2", null, "spring", null, null, "period")]
    [InlineData("1", "2", null, null, "1000001", null, "offset")]
    [InlineData("1", "2", null, null, null, "2001", "limit")]
    public void What_is_wrong_is_named(string? from, string? to, string? indicator, string? period, string? offset, string? limit, string parameter) => Assert.Equal(
        parameter, Assert.Throws<WrongQueryException>(() => ChangesQuery.Read(from, to, indicator, period, offset, limit)).Parameter);
}
