using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>
/// Pictures of all pages in three languages, light and dark, at three widths, and as they are printed, for people to look at: written into the folder that
/// ANALYTICS_SCREENSHOTS names. Without it the board alone is pictured and thrown away.
/// </summary>
public sealed class ScreenshotTests(DemoServer demo, Chromium chromium)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ANALYTICS_SCREENSHOTS");

    public static MatrixTheoryData<string, bool, int> Looks => new(
        Folder is null ? ["ru"] : ["ru", "kk", "en"], [false, true], Folder is null ? [1440] : [1440, 1024, 390]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_can_be_pictured(string language, bool dark, int width)
    {
        foreach (var site in Folder is null ? SitePages.All.Take(1) : SitePages.All)
        {
            await using var page = await chromium.OpenAsync(language, width, dark: dark, expectedStatus: site.Status);
            await page.GoAsync(demo.At(site.In(language)));
            var picture = await page.Page.ScreenshotAsync(new PageScreenshotOptions
            {
                FullPage = true,
                Path = Folder is null ? null : Path.Combine(Folder, $"{site.Name}-{language}-{(dark ? "dark" : "light")}-{width}.png"),
            });

            if (Folder is not null && !dark && width == 1440)
            {
                await page.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true, Path = Path.Combine(Folder, $"{site.Name}-{language}-print.pdf") });
            }

            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
            Assert.True(picture.Length > 10_000, $"{site.Name} is nearly empty: {picture.Length} bytes.");
        }
    }
}
