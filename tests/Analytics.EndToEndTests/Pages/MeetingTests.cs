using System.Text.RegularExpressions;
using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>The board on the screen of a meeting.</summary>
public sealed class MeetingTests(DemoServer demo, Chromium chromium)
{
    private const string Shown = "[data-slide]:not([hidden])";

    [Fact]
    public async Task Slides_are_turned_by_keys_and_Escape_leads_back_to_the_board()
    {
        await using var page = await chromium.OpenAsync("ru", width: 1920);
        await page.GoAsync(demo.At("/?period=2020&language=ru"));
        await page.Page.Locator(".meeting-open").ClickAsync();
        await page.Page.WaitForURLAsync(new Regex("kiosk=1#slide-1"));
        var slides = await page.Page.Locator("[data-slide]").CountAsync();

        Assert.InRange(slides, 9, 12);
        await Assertions.Expect(page.Page.Locator(Shown)).ToHaveCountAsync(1);
        await Assertions.Expect(page.Page.Locator(".navigation")).ToBeHiddenAsync();
        await Assertions.Expect(page.Page.Locator(".filters")).ToHaveCountAsync(0);
        // Whoever asks for less motion turns the slides himself.
        await Assertions.Expect(page.Page.Locator("[data-pause]")).ToHaveTextAsync("Пуск");
        await page.Page.Keyboard.PressAsync("ArrowRight");
        await page.Page.WaitForURLAsync(new Regex("#slide-2"));
        await page.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(page.Page.Locator("[data-pause]")).ToHaveTextAsync("Пауза");
        await page.Page.ReloadAsync();
        await Assertions.Expect(page.Page.Locator("[data-shown]")).ToHaveTextAsync($"Слайд 2 из {slides}");
        await page.Page.Keyboard.PressAsync("Escape");
        await page.Page.WaitForURLAsync(new Regex(@"\?period=2020[^#]*$"));
        Assert.DoesNotContain("kiosk", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_publication_is_shown_on_the_same_slide_without_a_hand()
    {
        await using var page = await chromium.OpenAsync("en", width: 1920);
        await page.Page.Clock.InstallAsync();
        await page.GoAsync(demo.At("/?period=2020&kiosk=1&language=en#slide-3"));
        await Assertions.Expect(page.Page.Locator("[data-shown]")).ToContainTextAsync("Slide 3 of");
        await page.Page.EvaluateAsync("window.isOld = true");
        await page.Page.RouteAsync("**/api/v1/publications", route => route.FulfillAsync(new RouteFulfillOptions { Headers = [new("ETag", "\"another\"")], Body = "{}" }));
        await page.Page.Clock.RunForAsync(31_000);

        await page.Page.WaitForFunctionAsync("() => window.isOld === undefined");
        await Assertions.Expect(page.Page.Locator("[data-shown]")).ToContainTextAsync("Slide 3 of");
    }

    [Fact]
    public async Task Without_script_it_is_one_long_page()
    {
        await using var page = await chromium.OpenAsync("kk", width: 1920, script: false);
        await page.GoAsync(demo.At("/?period=2020&kiosk=1&language=kk"));

        Assert.InRange(await page.Page.Locator(Shown).CountAsync(), 9, 12);
        await Assertions.Expect(page.Page.Locator("[data-controls]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Page.Locator("[data-leave]")).ToBeVisibleAsync();
    }
}
