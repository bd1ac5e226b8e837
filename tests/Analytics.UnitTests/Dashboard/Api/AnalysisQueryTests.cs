using Analytics.Dashboard.Api;
using Analytics.Warehouse.Explanations;
using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Dashboard.Api;

public sealed class AnalysisQueryTests
{
    [Fact]
    public void By_default_a_change_is_against_last_year_by_district_of_the_region()
    {
        var (query, by) = AnalysisQuery.Explanation("families", "2020", null, null, null, null, null, null, null);

        Assert.Equal((ExplanationBy.District, Comparison.LastYear, "vko"), (by, query.Comparisons.Single(), query.Territories.Single().Slug));
    }

    [Theory]
    [InlineData(null, "2020", null, null, null, "indicator")]
    [InlineData("families,persons", "2020", null, null, null, "indicator")]
    [InlineData("nothing", "2020", null, null, null, "indicator")]
    [InlineData("families", "soon", null, null, null, "period")]
    [InlineData("families", "2020", "vko,ridder", null, null, "territory")]
    [InlineData("families", "2020", "atlantis", null, null, "territory")]
    [InlineData("families", "2020", null, "target", null, "compare")]
    [InlineData("families", "2020", null, "last_year,previous", null, "compare")]
    [InlineData("families", "2020", null, null, "street", "by")]
    public void What_is_wrong_is_named_as_it_was_written(string? indicator, string period, string? territory, string? compare, string? by, string parameter) => Assert.Equal(
        parameter,
        Assert.Throws<WrongQueryException>(() => AnalysisQuery.Explanation(indicator, period, territory, compare, by, null, null, null, null)).Parameter);

    [Fact]
    public void A_forecast_is_of_one_indicator_in_one_territory() => Assert.Equal(
        "territory", Assert.Throws<WrongQueryException>(() => AnalysisQuery.Forecast("families", "2020-01..08", "vko,ridder", null, null, null, null)).Parameter);
}
