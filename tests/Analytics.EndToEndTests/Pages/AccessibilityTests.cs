using Analytics.EndToEndTests.Running;
using Deque.AxeCore.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>axe-core finds nothing to complain about.</summary>
public sealed class AccessibilityTests(DemoServer demo, Chromium chromium)
{
    private static readonly string[] Paths =
    [
        "/?period=2020",
        "/coverage?period=2020",
        "/spending?period=2020",
        "/grants?period=2020",
        "/employment?period=2020",
        "/packages?period=2024",
        "/outreach?period=2024",
        "/figures/families/vko?period=2021-01..06",
        "/figures/grant_approval_rate/semey?period=2020",
        "/grants?period=2020&aid=conditional",
        "/grants?period=2019",
        "/targets?period=2021-01..06",
        "/districts/semey?period=2020",
        "/districts/semey?period=2024",
        "/compare?period=2024&with=2020&boundaries=common",
        "/?period=2020&kiosk=1",
        "/figures/families/semey/rows?period=2020-06",
        "/figures/coverage_rate/vko/rows?period=2020&part=denominator",
        "/grants?period=2020&tables=funnel+reasons+districts+trend",
        "/spending?period=2020&tables=budget",
        "/data?",
        "/data/social/benefit_payments/2020-06?",
        "/data/quarantine?",
        "/data/runs/1?",
        "/?period=20",
        "/nowhere?",
    ];

    [Theory, InlineData("ru", true), InlineData("en", false)]
    public async Task Nothing_stands_in_the_way_of_people_who_see_or_point_otherwise(string language, bool dark)
    {
        foreach (var path in Paths)
        {
            var status = path switch { "/?period=20" => 400, "/nowhere?" => 404, _ => 0 };
            await using var page = await chromium.OpenAsync(language, dark: dark, expectedStatus: status);
            await page.GoAsync(demo.At($"{path}&language={language}"));
            var result = await page.Page.RunAxe();

            Assert.Empty(result.Violations.Select(violation =>
                $"{path} {violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html).Take(3))}"));
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
