using Analytics.EndToEndTests.Running;

namespace Analytics.EndToEndTests.Pages;

/// <summary>What a page costs its reader: bytes on the wire and things that jump. Times are measured by the benchmarks, -- pages.</summary>
public sealed class BudgetTests(DemoServer demo, Chromium chromium)
{
    private const int FirstLoad = 450_000, Afterwards = 40_000;

    private const double LargestShift = 0.02;

    // The bytes that came over the wire for the page and all it needs; what the browser had counts nothing.
    private const string Transferred = "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.transferSize, 0)";

    private const string Shifted = """
        () => new Promise(resolve => {
          let sum = 0;
          new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => setTimeout(() => resolve(sum), 200));
        })
        """;

    [Theory]
    [InlineData("ru", 1440)]
    [InlineData("kk", 390)]
    public async Task The_board_is_light_and_lighter_the_second_time(string language, int width)
    {
        await using var page = await chromium.OpenAsync(language, width);
        await page.GoAsync(demo.At($"/?period=2020&language={language}"));
        var first = await page.Page.EvaluateAsync<int>(Transferred);
        await page.GoAsync(demo.At($"/?period=2021&language={language}"));
        var second = await page.Page.EvaluateAsync<int>(Transferred);

        Assert.InRange(first, 10_000, FirstLoad);
        Assert.InRange(second, 1_000, Afterwards);
    }

    [Fact]
    public async Task A_group_that_was_open_costs_little_for_another_question()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/grants?period=2020&language=ru"));
        await page.GoAsync(demo.At("/grants?period=2021&language=ru"));

        Assert.InRange(await page.Page.EvaluateAsync<int>(Transferred), 1_000, Afterwards);
    }

    [Theory]
    [InlineData("ru", 1440)]
    [InlineData("en", 390)]
    public async Task Nothing_jumps_while_a_page_comes_in(string language, int width)
    {
        foreach (var site in SitePages.All)
        {
            await using var page = await chromium.OpenAsync(language, width, expectedStatus: site.Status);
            await page.GoAsync(demo.At(site.In(language)));
            var shift = await page.Page.EvaluateAsync<double>(Shifted);

            Assert.True(shift <= LargestShift, $"{site.Path} shifts by {shift}.");
        }
    }
}
