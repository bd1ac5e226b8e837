using Analytics.EndToEndTests.Running;

namespace Analytics.EndToEndTests.Pages;

public sealed class LayoutTests(DemoServer demo, Chromium chromium)
{
    // A page is loaded in the narrowest window, where its charts have the least room, and then widened.
    private static readonly int[] Widths = [390, 1024, 1440];

    [Theory, InlineData("ru"), InlineData("kk"), InlineData("en")]
    public async Task No_page_is_wider_than_its_window_and_no_number_of_a_table_runs_into_its_neighbour(string language)
    {
        foreach (var site in SitePages.All)
        {
            await using var page = await chromium.OpenAsync(language, Widths[0], expectedStatus: site.Status);
            await page.GoAsync(demo.At(site.In(language)));
            foreach (var width in Widths)
            {
                await page.Page.SetViewportSizeAsync(width, 900);
                var needed = await page.Page.EvaluateAsync<int>("document.documentElement.scrollWidth");
                var spilled = await page.Page.EvaluateAsync<string[]>(
                    "[...document.querySelectorAll('table.figures td, table.figures th')].filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.innerText)");

                Assert.True(needed <= width, $"{site.Path} needs {needed} pixels of {width}.");
                Assert.Empty(spilled.Select(text => $"{site.Path} at {width}: {text}"));
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
