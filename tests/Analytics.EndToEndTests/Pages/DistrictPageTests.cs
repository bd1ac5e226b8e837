using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>One district: its figures, its neighbours in size, its history.</summary>
public sealed class DistrictPageTests(DemoServer demo, Chromium chromium)
{
    [Fact]
    public async Task A_click_on_a_district_shows_all_its_figures_as_the_API_gives_them()
    {
        await using var page = await chromium.OpenAsync("en");
        await page.GoAsync(demo.At("/?period=2020&language=en"));
        await page.Page.Locator("table.figures a[href^='/districts/semey']").ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("/districts/semey.*period=2020"));

        using var answer = JsonDocument.Parse(await demo.Client.GetStringAsync(
            "/api/v1/values?indicators=families,placements,grants_approved&period=2020&territories=semey,vko", TestContext.Current.CancellationToken));
        foreach (var value in answer.RootElement.GetProperty("values").EnumerateArray())
        {
            var row = page.Page.Locator($"tr[data-indicator={value.GetProperty("indicator").GetString()}]");
            var column = value.GetProperty("territory").GetString() == "semey" ? 0 : 2;
            Assert.Equal(
                value.GetProperty("value").GetDecimal(),
                decimal.Parse(await row.Locator("td").Nth(column).Locator(".number a").InnerTextAsync(), NumberStyles.Number, CultureInfo.InvariantCulture));
        }

        await Assertions.Expect(page.Page.Locator("#figures-caption")).ToContainTextAsync("nearest in population: Oskemen, Kurchatov, Ridder.");
        await Assertions.Expect(page.Page.Locator(".timeline")).ToContainTextAsync("Left the region: East Kazakhstan Region Decree No. 887 of 03/05/2022");
    }

    [Theory]
    [InlineData("ru", "Семей: в этом периоде территория не входила в область, она вышла из неё 08.06.2022.")]
    [InlineData("kk", "Семей: бұл кезеңде аумақ облыс құрамына кірмеді, ол 08.06.2022 облыстан шықты.")]
    [InlineData("en", "Semey is not a part of the region in this period: it left on 08/06/2022.")]
    public async Task A_city_that_left_says_so_and_leads_to_when_it_was_there(string language, string reason)
    {
        await using var page = await chromium.OpenAsync(language);
        await page.GoAsync(demo.At($"/districts/semey?period=2024&language={language}"));
        var absent = page.Page.Locator("[data-state=not_applicable]");

        await Assertions.Expect(absent).ToContainTextAsync(reason);
        Assert.Equal(0, await page.Page.Locator("table").CountAsync());
        await absent.Locator("a[href*='period=2021&']").ClickAsync();
        await Assertions.Expect(page.Page.Locator("tr[data-indicator=families] .number").First).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_district_that_does_not_exist_is_no_page()
    {
        using var answer = await demo.Client.GetAsync("/districts/atlantis", TestContext.Current.CancellationToken);

        Assert.Equal(404, (int)answer.StatusCode);
    }
}
