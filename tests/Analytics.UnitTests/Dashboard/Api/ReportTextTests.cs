using Analytics.Dashboard.Api;
using Analytics.Reports;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Dashboard.Api;

public sealed class ReportTextTests
{
    // What a pack may be asked for is told without reading anything.
    private static readonly ReportPacks Packs = new(null!, null!, new ReportOptions());

    [Fact]
    public void A_report_is_in_Russian_unless_asked_otherwise() =>
        Assert.Equal(new ReportQuestion(Period.OfYear(2020), Language.Russian), Read("akimat", "2020", territory: "vko"));

    [Fact]
    public void A_pack_about_a_district_is_asked_about_one() =>
        Assert.Equal(Territories.Shipped.Find("semey"), Read("district", "2020", territory: "semey").Place);

    [Fact]
    public void Two_periods_may_be_named_for_the_pack_that_compares_them() =>
        Assert.Equal(Period.OfYear(2020), Read("year-over-year", "2024", with: "2020").With);

    [Theory]
    [InlineData("period", "akimat", "spring", "ru", null, null)]
    [InlineData("language", "akimat", "2020", "de", null, null)]
    [InlineData("territory", "akimat", "2020", "ru", "oskemen", null)]
    [InlineData("territory", "district", "2020", "ru", null, null)]
    [InlineData("territory", "district", "2020", "ru", "vko", null)]
    [InlineData("territory", "district", "2020", "ru", "atlantis", null)]
    [InlineData("with", "akimat", "2020", "ru", null, "2019")]
    [InlineData("with", "year-over-year", "2020", "ru", null, "2020")]
    [InlineData("with", "year-over-year", "2020", "ru", null, "2019-01..06")]
    [InlineData("period", "year-over-year", "2020", "ru", null, "long ago")]
    public void What_cannot_be_reported_is_named(string parameter, string pack, string period, string language, string? territory, string? with) =>
        Assert.Equal(parameter, Assert.Throws<WrongQueryException>(() => Read(pack, period, language, territory, with)).Parameter);

    private static ReportQuestion Read(string pack, string period, string? language = null, string? territory = null, string? with = null) =>
        ReportText.Read(Packs.Find(pack)!, new ReportParameters(period, language, territory, with, null, null), isDemo: false);
}
