using System.Text.RegularExpressions;
using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>Compare 2020 with 2024, honestly.</summary>
public sealed class ComparePageTests(DemoServer demo, Chromium chromium)
{
    [Theory]
    [InlineData("ru", "несопоставимы", "не сопоставимо", "5\u00A0249", "1\u00A0804", "\u221265,6\u00A0%")]
    [InlineData("kk", "салыстыруға келмейді", "салыстырылмайды", "5\u00A0249", "1\u00A0804", "\u221265,6%")]
    [InlineData("en", "not comparable", "not comparable", "5,249", "1,804", "\u221265.6%")]
    public async Task Years_of_different_land_are_compared_only_on_the_same_land(string language, string finding, string refused, string before, string now, string change)
    {
        await using var page = await chromium.OpenAsync(language);
        await page.GoAsync(demo.At($"/compare?period=2024&with=2020&language={language}"));
        var families = page.Page.Locator("tr[data-indicator=families]");

        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync(finding);
        await Assertions.Expect(families.Locator(".refused")).ToContainTextAsync(refused);
        Assert.DoesNotContain("%", await families.InnerTextAsync(), StringComparison.Ordinal);

        await page.Page.Locator(".boundary-note a[href*='boundaries=common']").ClickAsync();
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("boundaries=common.*with=2020"));
        Assert.Equal([now, before], await families.Locator(".number a").AllInnerTextsAsync());
        await Assertions.Expect(families.Locator(".change")).ToContainTextAsync(change);
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync(change);
        Assert.NotEqual(0, await families.Locator(".mark").CountAsync());
        // What it consists of adds up to the change that is shown.
        await Assertions.Expect(page.Page.Locator("#explained tr.region td").First).ToHaveTextAsync(language == "en" ? "\u22123,445" : "\u22123\u00A0445");
    }

    [Fact]
    public async Task The_form_asks_for_both_sides_and_the_address_keeps_them()
    {
        await using var page = await chromium.OpenAsync("ru");
        await page.GoAsync(demo.At("/compare?period=2020&language=ru"));
        await page.Page.SelectOptionAsync("select[name=part]", "Q2");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("period=2020Q2.*with=2019Q2"));
        await page.Page.SelectOptionAsync("select[name=with_part]", "Q1");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("with=2019Q1"));
        await page.Page.SelectOptionAsync("select[name=with_territory]", "ridder");
        await Assertions.Expect(page.Page).ToHaveURLAsync(new Regex("territory=vko&with=2019Q1&with_territory=ridder"));

        await Assertions.Expect(page.Page.Locator("select[name=with_year]")).ToHaveValueAsync("2019");
        // One place is no better for being another.
        Assert.Equal(0, await page.Page.Locator(".change--better, .change--worse").CountAsync());
    }

    [Fact]
    public async Task A_year_against_a_month_is_refused_and_the_right_period_named()
    {
        await using var page = await chromium.OpenAsync("ru", expectedStatus: 400);
        await page.GoAsync(demo.At("/compare?period=2024&with=2020-06&language=ru"));

        await Assertions.Expect(page.Page.Locator(".codes")).ToHaveTextAsync("2020");
    }
}
