using Analytics.Dashboard.Commands;
using Analytics.UnitTests.Repository;
using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Dashboard;

public sealed class IndicatorDocumentTests
{
    // When it fails: ./analytics indicators > docs/indicators.md
    [Fact]
    public void The_page_of_the_indicators_is_what_the_catalogue_says() =>
        Assert.Equal(RepositoryFiles.Read("docs/indicators.md"), IndicatorDocument.Write());

    [Fact]
    public void It_tells_of_every_indicator_its_names_formula_and_owner()
    {
        var text = IndicatorDocument.Write();

        Assert.All(IndicatorCatalogue.All, indicator => Assert.Contains($"### `{indicator.Code}`\n", text, StringComparison.Ordinal));
        Assert.Contains("| Русский | **Доля одобренных заявок на гранты.**", text, StringComparison.Ordinal);
        Assert.Contains("| Value | `grants_approved` ÷ `grant_applications` × 100 |", text, StringComparison.Ordinal);
        Assert.Equal(IndicatorCatalogue.All.Count, text.Split("| Owner | ").Length - 1);
    }
}
