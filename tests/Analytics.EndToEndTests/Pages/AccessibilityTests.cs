using Analytics.EndToEndTests.Running;
using Deque.AxeCore.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>axe-core finds nothing to complain about.</summary>
public sealed class AccessibilityTests(DemoServer demo, Chromium chromium)
{
    [Theory, InlineData("ru", true), InlineData("en", false)]
    public async Task Nothing_stands_in_the_way_of_people_who_see_or_point_otherwise(string language, bool dark)
    {
        foreach (var site in SitePages.All)
        {
            await using var page = await chromium.OpenAsync(language, dark: dark, expectedStatus: site.Status);
            await page.GoAsync(demo.At(site.In(language)));
            var result = await page.Page.RunAxe();

            Assert.Empty(result.Violations.Select(violation =>
                $"{site.Path} {violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html).Take(3))}"));
        }
    }

    [Fact]
    public async Task Nothing_stands_in_the_way_on_a_telephone()
    {
        await using var page = await chromium.OpenAsync("kk", width: 390);
        await page.GoAsync(demo.At("/?period=2020&language=kk"));
        var result = await page.Page.RunAxe();

        Assert.Empty(result.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html}"));
    }
}
