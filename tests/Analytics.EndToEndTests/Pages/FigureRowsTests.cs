using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>Explain this figure, down to its rows.</summary>
public sealed class FigureRowsTests(DemoServer demo, Chromium chromium)
{
    [Theory]
    [InlineData("ru", "10\u00A0969 строк; показатель — 10\u00A0969: равны")]
    [InlineData("kk", "10\u00A0969 жол; көрсеткіш — 10\u00A0969: тең")]
    [InlineData("en", "10,969 rows; the figure is 10,969: equal")]
    public async Task From_the_figure_one_comes_to_its_rows_which_are_as_many(string language, string verdict)
    {
        await using var page = await chromium.OpenAsync(language);
        await page.GoAsync(demo.At($"/figures/families/vko?period=2020&language={language}"));
        await page.Page.Locator("a[href*='/rows?']").ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("/figures/families/vko/rows"));

        Assert.Equal(verdict, await page.Page.Locator("h1").InnerTextAsync());
        await Assertions.Expect(page.Page.Locator(".rows tbody tr")).ToHaveCountAsync(100);
        await page.Page.Locator("a[rel=next]").ClickAsync();
        await Assertions.Expect(page.Page.Locator(".rows tbody th").First).ToHaveTextAsync("101");
    }

    [Fact]
    public async Task All_pages_together_hold_every_family_of_the_month_once_and_no_identity()
    {
        var (keys, rows) = (new HashSet<string>(), 0);
        for (var number = 1; ; number++)
        {
            var text = await demo.Client.GetStringAsync($"/figures/families/semey/rows?period=2020-06&language=en&page={number}", TestContext.Current.CancellationToken);
            var found = Regex.Matches(text, @"<code>([0-9a-f]{8})").Select(match => match.Groups[1].Value).ToList();
            keys.UnionWith(found);
            rows += found.Count;
            Assert.DoesNotMatch(@"(?<!\d)\d{12}(?!\d)", text);
            if (!text.Contains("rel=\"next\"", StringComparison.Ordinal))
            {
                break;
            }
        }

        var csv = await demo.Client.GetStringAsync("/api/v1/values?indicators=families&territories=semey&period=2020-06&format=csv", TestContext.Current.CancellationToken);
        Assert.Contains("," + rows.ToString(CultureInfo.InvariantCulture) + ",", csv, StringComparison.Ordinal);
        Assert.Equal(rows, keys.Count);
    }

    [Theory]
    [InlineData("/figures/families/vko/rows?period=2020&part=denominator", "part")]
    [InlineData("/figures/families/vko/rows?period=2020&page=0", "page")]
    [InlineData("/figures/families/vko/rows?period=2020&page=111", "page")]
    [InlineData("/figures/families/vko/rows?period=2020&audience=public", "audience")]
    public async Task What_has_no_rows_is_told_by_the_name_of_the_parameter(string path, string parameter)
    {
        using var answer = await demo.Client.GetAsync(path + "&language=en", TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains($"“{parameter}”", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }
}
