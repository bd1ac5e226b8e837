using System.Net;
using System.Text.Json;
using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>The operator's pages: the grid of units, a button that starts a run, the run in the history. Loading anew changes no figure.</summary>
public sealed class LoadsPageTests(DemoServer demo, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_unit_is_a_cell_whose_state_is_told_in_words()
    {
        await using var page = await chromium.OpenAsync("en");
        await page.GoAsync(demo.At("/data?language=en"));

        Assert.Equal(296, await page.Page.Locator("a.load-unit").CountAsync());
        var june = page.Page.Locator("a.load-unit[href='/data/social/benefit_payments/2020-06']");
        Assert.Matches("^June 2020: verified, [0-9,]+ rows$", await june.GetAttributeAsync("aria-label"));
        await june.ClickAsync();
        Assert.Equal("Benefit payments, June 2020", await page.Page.Locator("h1").InnerTextAsync());
        var rows = await page.Page.Locator("table.sides tbody tr td:nth-child(2)").AllInnerTextsAsync();
        Assert.Equal(rows[0], rows[1]);
    }

    [Fact]
    public async Task A_button_loads_a_unit_anew_and_the_history_shows_it()
    {
        await using var page = await chromium.OpenAsync("en");
        await page.GoAsync(demo.At("/data/akimat/population/2020?language=en"));
        await page.Page.GetByText("Load again").ClickAsync();
        await page.Page.WaitForURLAsync("**/data/runs/*");
        await Assertions.Expect(page.Page.Locator("h1")).ToContainTextAsync("done", new LocatorAssertionsToContainTextOptions { Timeout = 60_000 });
        var run = page.Page.Url.Split('/')[^1];

        await page.GoAsync(demo.At("/data?language=en"));
        Assert.Contains("this page", await page.Page.Locator($"tr:has(a[href='/data/runs/{run}'])").InnerTextAsync(), StringComparison.Ordinal);
        using var loads = JsonDocument.Parse(await demo.Client.GetStringAsync("/api/v1/loads", Token));
        var told = loads.RootElement.GetProperty("runs").EnumerateArray().Single(one => one.GetProperty("run").GetRawText() == run);
        Assert.Equal(("backfill", "done", 1L), (told.GetProperty("kind").GetString(), told.GetProperty("state").GetString(), told.GetProperty("unitsDone").GetInt64()));
    }

    [Fact]
    public async Task A_preview_of_a_verified_unit_tells_that_nothing_would_change()
    {
        await using var page = await chromium.OpenAsync("en");
        await page.GoAsync(demo.At("/data/akimat/outreach_events/2021?language=en"));
        await page.Page.GetByText("Preview").ClickAsync();

        await Assertions.Expect(page.Page.Locator("#preview")).ToContainTextAsync("Nothing would change: the warehouse holds the same rows.", new LocatorAssertionsToContainTextOptions { Timeout = 60_000 });
    }

    [Fact]
    public async Task A_form_of_somebody_elses_page_starts_nothing()
    {
        using var answer = await demo.Client.PostAsync("/data?handler=load", new FormUrlEncodedContent([]), Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_quarantine_without_rows_says_so()
    {
        await using var page = await chromium.OpenAsync("ru", script: false);
        await page.GoAsync(demo.At("/data/quarantine?language=ru"));

        Assert.Equal("В карантине нет строк: принято всё", await page.Page.Locator("h1").InnerTextAsync());
    }
}
