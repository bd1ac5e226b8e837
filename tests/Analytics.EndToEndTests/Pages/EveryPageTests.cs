using Analytics.EndToEndTests.Running;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>What is true of every page in every state, seen in one visit to each: it is quiet, asks nothing of other hosts (WatchedPage), holds still, fits its window and stands in nobody's way.</summary>
public sealed class EveryPageTests(DemoServer demo, Chromium chromium)
{
    private const double LargestShift = 0.02;

    // A page is loaded in the narrowest window, where it has the least room, and then widened.
    private static readonly int[] Widths = [390, 1024, 1440];

    private const string Shifted = """
        () => new Promise(resolve => {
          let sum = 0;
          new PerformanceObserver(list => { for (const entry of list.getEntries()) sum += entry.value; }).observe({ type: 'layout-shift', buffered: true });
          requestAnimationFrame(() => setTimeout(() => resolve(sum), 50));
        })
        """;

    private const string Spilled =
        "[...document.querySelectorAll('table.figures td, table.figures th')].filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.innerText)";

    [Theory]
    [InlineData("ru", true)]
    [InlineData("kk", false)]
    [InlineData("en", false)]
    public async Task Every_page_holds_still_fits_its_window_and_stands_in_nobodys_way(string language, bool dark)
    {
        var complaints = new List<string>();
        // One reader looks at all pages; his browser has the scripts after the first.
        await using var reader = await chromium.OpenAsync(language, dark: dark);
        foreach (var site in SitePages.All.Where(site => site.Status == 0))
        {
            complaints.AddRange(await ComplaintsAsync(reader, site, language));
        }

        foreach (var site in SitePages.All.Where(site => site.Status != 0))
        {
            await using var astray = await chromium.OpenAsync(language, dark: dark, expectedStatus: site.Status);
            complaints.AddRange(await ComplaintsAsync(astray, site, language));
        }

        Assert.True(complaints.Count == 0, string.Join("\n", complaints));
    }

    [Fact]
    public async Task Nothing_stands_in_the_way_on_a_telephone()
    {
        await using var page = await chromium.OpenAsync("kk", width: 390);
        await page.GoAsync(demo.At("/?period=2020&language=kk"));

        Assert.Empty(await InTheWayAsync(page.Page, "board at 390"));
    }

    [Fact]
    public async Task Letters_are_of_the_programs_own_font()
    {
        await using var page = await chromium.OpenAsync("kk");
        await page.GoAsync(demo.At("/?period=2020&language=kk"));

        Assert.True(await page.Page.EvaluateAsync<bool>("document.fonts.check('16px \"Inter Variable\"', 'Қатонқарағай ауданы') || document.fonts.check('16px Inter', 'Қатонқарағай ауданы')"));
        Assert.True(await page.Page.EvaluateAsync<int>("[...document.fonts].filter(font => font.status === 'loaded').length") > 0);
    }

    private async Task<IReadOnlyList<string>> ComplaintsAsync(WatchedPage watched, SitePage site, string language)
    {
        var (page, complaints) = (watched.Page, new List<string>());
        await page.SetViewportSizeAsync(Widths[0], 900);
        await watched.GoAsync(demo.At(site.In(language)));
        var shift = await page.EvaluateAsync<double>(Shifted);
        complaints.AddRange(shift > LargestShift ? [$"{site.Name} jumps by {shift}"] : []);
        foreach (var width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            complaints.AddRange(await TooWideAsync(page, site.Name, width));
        }

        // axe judges the longest words, Kazakh, and the dark colours, Russian.
        complaints.AddRange(language == "en" && site.Status == 0 ? [] : await InTheWayAsync(page, site.Name));
        return complaints;
    }

    private static async Task<IEnumerable<string>> TooWideAsync(IPage page, string name, int width)
    {
        var needed = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
        var spilled = await page.EvaluateAsync<string[]>(Spilled);
        return [.. needed > width ? [$"{name} needs {needed} pixels of {width}"] : Array.Empty<string>(), .. spilled.Select(text => $"{name} at {width}: {text} runs into its neighbour")];
    }

    // axe-core.
    private static async Task<IEnumerable<string>> InTheWayAsync(IPage page, string name) =>
        (await page.RunAxe()).Violations.Select(violation =>
            $"{name} {violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Select(node => node.Html).Take(3))}");
}
