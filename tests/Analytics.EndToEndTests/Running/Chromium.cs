using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Analytics.EndToEndTests.Running;

/// <summary>Debian's Chromium, one process for all tests; each test has contexts of its own, with nothing remembered.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private IPlaywright playwright = null!;
    private IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = "/usr/bin/chromium",
            Headless = true,
            Args =
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>Opens a page that watches what it asks for and what goes wrong in it.</summary>
    /// <param name="language">What the browser says it prefers.</param>
    /// <param name="width">Width of the window in pixels.</param>
    /// <param name="script">False for a browser without JavaScript.</param>
    /// <param name="dark">True when the machine is set to dark colours.</param>
    /// <param name="expectedStatus">A status from 400 on that the test asks for on purpose.</param>
    public async Task<WatchedPage> OpenAsync(string language = "ru", int width = 1440, bool script = true, bool dark = false, int expectedStatus = 0)
    {
        var context = await browser.NewContextAsync(new BrowserNewContextOptions
        {
            Locale = language,
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            JavaScriptEnabled = script,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(15_000);
        return new WatchedPage(context, await context.NewPageAsync(), expectedStatus);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}
