using Analytics.EndToEndTests.Running;

namespace Analytics.EndToEndTests.Figures;

public sealed class WorkbookTests(DemoServer demo)
{
    private static readonly string[] Languages = ["ru", "kk", "en"];

    [Fact]
    public async Task LibreOffice_calculates_the_figures_that_the_file_holds_in_every_language()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-workbooks-");
        try
        {
            var kept = new Dictionary<string, WorkbookFile>();
            foreach (var language in Languages)
            {
                var path = Path.Combine(folder.FullName, language + ".xlsx");
                await File.WriteAllBytesAsync(path, await WorkbookAsync("2020", language), TestContext.Current.CancellationToken);
                kept[language] = Read(path);
                WorkbookFile.RemoveResults(path);
                Assert.All(Read(path).Cells.Where(cell => cell.Formula is not null), cell => Assert.Equal("", cell.Text));
            }

            var output = Path.Combine(folder.FullName, "calculated");
            await LibreOffice.CalculateAsync(folder.FullName, output, Languages.Select(language => Path.Combine(folder.FullName, language + ".xlsx")));

            Assert.All(Languages, language => AssertSame(kept[language], Read(Path.Combine(output, language + ".xlsx"))));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("ru", "2020")]
    [InlineData("kk", "2020")]
    [InlineData("en", "2020")]
    [InlineData("ru", "2022")]
    [InlineData("ru", "2019-01..06")]
    [InlineData("ru", "2025Q4")]
    [InlineData("ru", "2026")]
    public async Task The_file_keeps_its_format_to_the_letter(string language, string period)
    {
        var workbook = Read(await WorkbookAsync(period, language));

        Assert.Empty(workbook.Errors);
        Assert.Equal(7, workbook.Sheets.Count);
    }

    [Theory]
    [InlineData("ru")]
    [InlineData("kk")]
    [InlineData("en")]
    public async Task Numbers_are_numbers_and_never_text_that_looks_like_one(string language)
    {
        var workbook = Read(await WorkbookAsync("2020", language));

        Assert.True(workbook.Cells.Count(cell => cell.Number is not null) > 1_000);
        // In English a year's name is its number, and names of periods are text.
        Assert.All(workbook.Cells.Where(cell => cell.Number is null), cell => Assert.DoesNotMatch("^(?!20[0-9][0-9]$)[-+\u2212]?[0-9][0-9 ,.\u00A0]*\u00A0?%?$", cell.Text));
    }

    [Fact]
    public async Task No_formula_ends_in_an_error()
    {
        var workbook = Read(await WorkbookAsync("2020", "ru"));

        Assert.Contains(workbook.Cells, cell => cell.Formula is not null);
        Assert.All(workbook.Cells, cell => Assert.False(cell.Text.StartsWith('#'), $"{cell.Sheet}!{cell.Address} is {cell.Text}"));
    }

    [Fact]
    public async Task Distinct_families_are_never_a_sum_of_districts()
    {
        var workbook = Read(await WorkbookAsync("2020", "en"));
        var coverage = workbook.Cells.Where(cell => cell.Sheet == "Coverage").ToList();

        Assert.DoesNotContain(coverage, cell => cell.Formula?.StartsWith("SUM(", StringComparison.Ordinal) == true && cell.Number == 10_969);
        Assert.Contains(coverage, cell => cell is { Number: 10_969, Formula: null });
    }

    private async Task<byte[]> WorkbookAsync(string period, string language) =>
        await demo.Client.GetByteArrayAsync($"/reports/akimat.xlsx?period={period}&language={language}", TestContext.Current.CancellationToken);

    private static WorkbookFile Read(byte[] bytes) => WorkbookFile.Read(new MemoryStream(bytes));

    private static WorkbookFile Read(string path) => Read(File.ReadAllBytes(path));

    private static void AssertSame(WorkbookFile kept, WorkbookFile calculated)
    {
        var results = calculated.Cells.ToDictionary(cell => (cell.Sheet, cell.Address));
        var formulas = kept.Cells.Where(cell => cell.Formula is not null).ToList();
        Assert.True(formulas.Count > 300, $"{formulas.Count} formulas");
        Assert.All(formulas, cell =>
        {
            var result = results[(cell.Sheet, cell.Address)];
            if (cell.Number is { } number)
            {
                Assert.True(
                    result.Number is { } other && Math.Abs(number - other) <= 1e-12 * Math.Max(1, Math.Abs(number)),
                    $"{cell.Sheet}!{cell.Address} {cell.Formula}: the file holds {cell.Text}, LibreOffice calculates {result.Text}.");
            }
            else
            {
                Assert.Equal(cell.Text, result.Text);
            }
        });
    }
}
