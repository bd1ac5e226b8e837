using Analytics.Dashboard.Api;
using Analytics.Reports;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Dashboard.Api;

public sealed class ReportTextTests
{
    [Fact]
    public void A_report_is_in_Russian_unless_asked_otherwise() =>
        Assert.Equal(new ReportQuestion(Period.OfYear(2020), Language.Russian), ReportText.Read("2020", null, "vko", null, null, isDemo: false));

    [Theory]
    [InlineData("period", "spring", "ru", null)]
    [InlineData("language", "2020", "de", null)]
    [InlineData("territory", "2020", "ru", "oskemen")]
    public void What_cannot_be_reported_is_named(string parameter, string period, string language, string? territory) =>
        Assert.Equal(parameter, Assert.Throws<WrongQueryException>(() => ReportText.Read(period, language, territory, null, null, isDemo: false)).Parameter);
}
