using System.Diagnostics;
using Analytics.EndToEndTests.Running;

namespace Analytics.EndToEndTests.Figures;

/// <summary>Packs as PDF, read back with poppler.</summary>
public sealed class PrintedPackTests(DemoServer demo)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("ru", "Восточно-Казахстанская область", "10 969", "4 700 000 000", "82,5", "Освоение бюджета АСП")]
    [InlineData("kk", "Шығыс Қазақстан облысы", "10 969", "4 700 000 000", "82,5", "Жұмысқа орналасқан АӘК алушылар")]
    [InlineData("en", "East Kazakhstan Region", "10,969", "4,700,000,000", "82.5", "Recipients placed in work")]
    public async Task The_akimat_pack_is_printed_with_the_figures_of_its_workbook_in_every_language(string language, params string[] texts)
    {
        var pages = await PagesAsync($"/reports/akimat.pdf?period=2020&language={language}");

        Assert.All(texts, text => Assert.Contains(text, pages[0], StringComparison.Ordinal));
        Assert.True(pages.Count > 12, $"{pages.Count} pages");
        Assert.All(pages.Index(), page => Assert.Contains($"{page.Index + 1} / {pages.Count}", page.Item, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_table_of_several_pages_has_its_head_on_each_of_them()
    {
        var pages = await PagesAsync("/reports/akimat.pdf?period=2020&language=en");
        var targets = pages.Where(page => page.TrimStart().StartsWith("Targets: plan and fact", StringComparison.Ordinal)).ToList();

        Assert.True(targets.Count >= 3, $"{targets.Count} pages of targets");
        Assert.All(targets, page => Assert.Contains("Plan for the year", page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_district_is_printed_with_its_charts()
    {
        var pages = await PagesAsync("/reports/district.pdf?period=2020&language=en&territory=semey");

        Assert.Contains("Semey", pages[0], StringComparison.Ordinal);
        Assert.Contains(pages, page => page.Contains("Families receiving assistance: 10,969", StringComparison.Ordinal) && page.Contains("Recipients placed in work: 2,907", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_letter_of_a_page_is_in_the_fonts_that_the_file_brings()
    {
        var fonts = await PopplerAsync("pdffonts", await demo.Client.GetByteArrayAsync("/reports/akimat.pdf?period=2020&language=kk", Token), file => [file]);
        var lines = fonts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2).ToList();

        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Matches("NotoSans.* yes +yes +yes", line));
    }

    [Fact]
    public async Task The_same_question_gives_the_same_bytes()
    {
        var path = "/reports/district.pdf?period=2020&language=ru&territory=ridder";
        var first = await demo.Client.GetByteArrayAsync(path, Token);
        await Task.Delay(TimeSpan.FromSeconds(1.1), Token);

        Assert.Equal(first, await demo.Client.GetByteArrayAsync(path, Token));
    }

    private async Task<IReadOnlyList<string>> PagesAsync(string path)
    {
        var text = await PopplerAsync("pdftotext", await demo.Client.GetByteArrayAsync(path, Token), file => ["-layout", file, "-"]);
        return [.. text.Replace('\u00A0', ' ').TrimEnd('\f', '\n').Split('\f')];
    }

    private static async Task<string> PopplerAsync(string program, byte[] document, Func<string, string[]> arguments)
    {
        var file = Path.Combine(Path.GetTempPath(), $"analytics-{Guid.NewGuid():N}.pdf");
        try
        {
            await File.WriteAllBytesAsync(file, document, Token);
            using var process = Process.Start(new ProcessStartInfo(program, arguments(file)) { RedirectStandardOutput = true })!;
            var text = await process.StandardOutput.ReadToEndAsync(Token);
            await process.WaitForExitAsync(Token);
            Assert.Equal(0, process.ExitCode);
            return text;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
