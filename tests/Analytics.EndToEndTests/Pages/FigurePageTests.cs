using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.EndToEndTests.Figures;
using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>How is this figure made?</summary>
public sealed class FigurePageTests(DemoServer demo, Chromium chromium)
{
    [Theory]
    [InlineData("ru", "Доля одобренных заявок на гранты: 82,5\u00A0%", "875", "1\u00A0060")]
    [InlineData("en", "82.5%", "875", "1,060")]
    [InlineData("kk", "82,5%", "875", "1\u00A0060")]
    public async Task A_click_on_a_figure_tells_its_parts_and_the_loads_behind_it(string language, string heading, string numerator, string denominator)
    {
        await using var page = await chromium.OpenAsync(language);
        await page.GoAsync(demo.At($"/grants?period=2020&language={language}"));
        await page.Page.Locator("tr.region a.made-link[href*='grant_approval_rate']").ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("/figures/grant_approval_rate/vko.*period=2020"));

        Assert.Contains(heading, await page.Page.Locator("h1").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal([numerator, denominator], await page.Page.Locator(".made-parts strong").AllInnerTextsAsync());
        // The source holds as many applications as the figure counts.
        var source = page.Page.Locator("table").First.Locator("tbody tr");
        await Assertions.Expect(source).ToHaveCountAsync(1);
        Assert.Equal(denominator, await source.Locator("td").Nth(1).InnerTextAsync());
    }

    [Theory]
    [InlineData("/figures/families/vko?period=2021-01..06&language=en", 4)]
    [InlineData("/figures/placements/vko?period=2021-01..06&language=en", 2)]
    public async Task The_contributions_that_are_shown_add_up_to_the_change_that_is_shown(string path, int ways)
    {
        await using var page = await chromium.OpenAsync("en");
        await page.GoAsync(demo.At(path));
        var tables = page.Page.Locator("table:has(tr.region)");
        await Assertions.Expect(tables).ToHaveCountAsync(ways);

        for (var table = 0; table < ways; table++)
        {
            var contributions = (await tables.Nth(table).Locator("tbody td:nth-of-type(1)").AllInnerTextsAsync()).Select(Number).ToList();
            Assert.Equal(contributions[^1], contributions[..^1].Sum());
        }
    }

    [Fact]
    public async Task Where_two_periods_cannot_be_compared_the_page_says_why_instead()
    {
        await using var page = await chromium.OpenAsync("en");
        await page.GoAsync(demo.At("/figures/families/vko?period=2022&language=en"));

        await Assertions.Expect(page.Page.Locator("#why-title")).ToBeVisibleAsync();
        Assert.Contains("not of the same land", await page.Page.Locator("section:has(#why-title)").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Equal(1, await page.Page.Locator("table").CountAsync());

        await page.Page.Locator("section:has(#why-title) a").First.ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("incomparable=show"));
        Assert.True(await page.Page.Locator("table").CountAsync() > 1);
    }

    private static decimal Number(string text) => decimal.Parse(text.Replace('−', '-').Replace(",", "", StringComparison.Ordinal), NumberStyles.Number | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
