using Analytics.EndToEndTests.Running;

namespace Analytics.EndToEndTests.Pages;

/// <summary>What a page costs its reader on the wire and in time; the server's own times are measured by the benchmarks, -- pages.</summary>
public sealed class BudgetTests(DemoServer demo, Chromium chromium)
{
    private const int FirstLoad = 450_000, Afterwards = 40_000;

    // The bytes that came over the wire for the page and all it needs; what the browser had counts nothing.
    private const string Transferred = "[...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce((sum, entry) => sum + entry.transferSize, 0)";

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

    // Of a quiet machine: `./test --budgets`.
    [Theory(Explicit = true)]
    [InlineData("/?period=2020&language=ru")]
    [InlineData("/grants?period=2020&language=kk")]
    public async Task First_content_is_there_within_300_ms_and_the_page_answers_within_a_second(string path)
    {
        var (painted, ready) = (new List<double>(), new List<double>());
        for (var visit = 0; visit < 7; visit++)
        {
            await using var page = await chromium.OpenAsync();
            await page.GoAsync(demo.At(path));
            painted.Add(await page.Page.EvaluateAsync<double>("performance.getEntriesByName('first-contentful-paint')[0].startTime"));
            ready.Add(await page.Page.EvaluateAsync<double>("performance.getEntriesByType('navigation')[0].loadEventEnd"));
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{path}: first content {painted.Order().ElementAt(3):0} ms, loaded and answering {ready.Order().ElementAt(3):0} ms, medians of 7");
        Assert.InRange(painted.Order().ElementAt(3), 1, 300);
        Assert.InRange(ready.Order().ElementAt(3), 1, 1000);
    }
}
