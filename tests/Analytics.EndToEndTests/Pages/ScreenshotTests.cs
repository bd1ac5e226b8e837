using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>
/// Pictures of all pages in three languages, light and dark, at three widths, for people to look at: written into the folder that
/// ANALYTICS_SCREENSHOTS names. Without it the board alone is pictured and thrown away.
/// </summary>
public sealed class ScreenshotTests(DemoServer demo, Chromium chromium)
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ANALYTICS_SCREENSHOTS");

    private static readonly (string Name, string Path)[] All =
    [
        ("board", "/?period=2020"), ("coverage", "/coverage?period=2020"), ("spending", "/spending?period=2020"), ("grants", "/grants?period=2020"),
        ("employment", "/employment?period=2020"), ("board-2024", "/?period=2024"), ("board-h1-2022", "/?period=2022-01..06"),
        ("grants-low-income", "/grants?period=2020&category=low_income"),
        ("map-2019", "/grants?period=2019"),
        ("district", "/districts/semey?period=2020"),
        ("district-left", "/districts/semey?period=2024"),
        ("compare", "/compare?period=2024&with=2020&boundaries=common"),
        ("compare-places", "/compare?period=2020&territory=semey&with_territory=ridder"),
        ("data", "/data"),
        ("not-found", "/nowhere"),
        ("wrong", "/?period=20"),
    ];

    public static MatrixTheoryData<string, bool, int> Looks => new(
        Folder is null ? ["ru"] : ["ru", "kk", "en"], [false, true], Folder is null ? [1440] : [1440, 1024, 390]);

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Every_page_can_be_pictured(string language, bool dark, int width)
    {
        foreach (var (name, path) in Folder is null ? All[..1] : All)
        {
            var status = name switch { "not-found" => 404, "wrong" => 400, _ => 0 };
            await using var page = await chromium.OpenAsync(language, width, dark: dark, expectedStatus: status);
            await page.GoAsync(demo.At($"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}language={language}"));
            var picture = await page.Page.ScreenshotAsync(new PageScreenshotOptions
            {
                FullPage = true,
                Path = Folder is null ? null : Path.Combine(Folder, $"{name}-{language}-{(dark ? "dark" : "light")}-{width}.png"),
            });

            Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], picture[..4]);
            Assert.True(picture.Length > 10_000, $"{name} is nearly empty: {picture.Length} bytes.");
        }
    }
}
