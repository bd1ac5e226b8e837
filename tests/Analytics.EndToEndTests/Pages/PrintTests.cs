using System.Diagnostics;
using System.Globalization;
using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>What comes out of the printer.</summary>
public sealed class PrintTests(DemoServer demo, Chromium chromium)
{
    [Theory]
    [InlineData("/?period=2020&category=low_income&language=ru", "2020 год · Малообеспеченные семьи · Вся помощь · В границах отчётного периода · Для служебного пользования", "Публикация № 1 от", "стр. {0} из {1}")]
    [InlineData("/coverage?period=2020&language=kk", "2020 жыл · Барлық отбасылар", "№ 1 жарияланым", "бет: {0} / {1}")]
    public async Task Every_sheet_says_what_it_shows_and_which_of_how_many_it_is(string path, string state, string publication, string number)
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At(path));
        var title = await page.Page.Locator("html").GetAttributeAsync("data-print-title");
        var sheets = await SheetsAsync(await page.Page.PdfAsync(new PagePdfOptions { PreferCSSPageSize = true }));

        for (var sheet = 0; sheet < sheets.Count; sheet++)
        {
            Assert.StartsWith(title!.Replace('\u00A0', ' '), sheets[sheet].TrimStart(), StringComparison.Ordinal);
            Assert.Contains(state, sheets[sheet], StringComparison.Ordinal);
            Assert.Contains(publication, sheets[sheet], StringComparison.Ordinal);
            Assert.Contains(string.Format(CultureInfo.InvariantCulture, number, sheet + 1, sheets.Count), sheets[sheet], StringComparison.Ordinal);
        }

        // The table is longer than a sheet: its head is on each; what only helps on a screen is on none.
        var head = (await page.Page.Locator("thead th.territory").First.InnerTextAsync()).Trim();
        Assert.InRange(sheets.Count(sheet => sheet.Contains(head, StringComparison.Ordinal)), 2, sheets.Count);
        Assert.All(sheets, sheet => Assert.DoesNotContain("Excel", sheet, StringComparison.Ordinal));
    }

    // poppler's pdftotext divides sheets by form feeds.
    private static async Task<IReadOnlyList<string>> SheetsAsync(byte[] document)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, document, TestContext.Current.CancellationToken);
            using var reader = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", file, "-"]) { RedirectStandardOutput = true })!;
            var text = await reader.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            // Blanks of a document are all alike.
            return text.Replace('\u00A0', ' ').Split('\f', StringSplitOptions.RemoveEmptyEntries);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
