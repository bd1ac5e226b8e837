using Analytics.EndToEndTests.Running;

namespace Analytics.EndToEndTests.Pages;

public sealed class LayoutTests(DemoServer demo, Chromium chromium)
{
    private static readonly string[] Paths = ["/?period=2020", "/coverage?period=2020", "/spending?period=2020", "/grants?period=2020", "/employment?period=2020", "/packages?period=2024", "/outreach?period=2024", "/figures/families/vko?period=2021-01..06", "/figures/grant_approval_rate/semey?period=2020", "/grants?period=2020&tables=funnel+reasons+districts+trend", "/targets?period=2021-01..06", "/data?", "/data/social/benefit_payments/2020-06?", "/data/runs/1?", "/?period=20"];

    // A page is loaded in the narrowest window, where its charts have the least room, and then widened.
    private static readonly int[] Widths = [390, 1024, 1440];

    [Theory, InlineData("ru"), InlineData("kk"), InlineData("en")]
    public async Task No_page_is_wider_than_its_window_and_no_number_of_a_table_runs_into_its_neighbour(string language)
    {
        await using var page = await chromium.OpenAsync(language, Widths[0], expectedStatus: 400);
        foreach (var path in Paths)
        {
            await page.Page.SetViewportSizeAsync(Widths[0], 900);
            await page.GoAsync(demo.At($"{path}&language={language}"));
            foreach (var width in Widths)
            {
                await page.Page.SetViewportSizeAsync(width, 900);
                var needed = await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                var spilled = await page.Page.EvaluateAsync<string[]>(
                    "[...document.querySelectorAll('table.figures td, table.figures th')].filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.innerText)");

                Assert.True(needed <= width, $"{path} needs {needed} pixels of {width}.");
                Assert.Empty(spilled.Select(text => $"{path} at {width}: {text}"));
            }
        }
    }

    [Fact]
    public async Task Letters_are_of_the_programs_own_font()
    {
        await using var page = await chromium.OpenAsync("kk");
        await page.GoAsync(demo.At("/?period=2020&language=kk"));

        Assert.True(await page.Page.EvaluateAsync<bool>("document.fonts.check('16px \"Inter Variable\"', 'Қатонқарағай ауданы') || document.fonts.check('16px Inter', 'Қатонқарағай ауданы')"));
        Assert.True(await page.Page.EvaluateAsync<int>("[...document.fonts].filter(font => font.status === 'loaded').length") > 0);
    }
}
