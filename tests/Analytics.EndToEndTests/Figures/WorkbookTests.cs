using Analytics.EndToEndTests.Running;

namespace Analytics.EndToEndTests.Figures;

public sealed class WorkbookTests(DemoServer demo)
{
    private static readonly string[] Languages = ["ru", "kk", "en"];

    public static TheoryData<string> Packs =>
    [
        "akimat?period=2020", "district?period=2020&territory=semey", "year-over-year?period=2024&with=2020", "grants?period=2020", "employment?period=2020-01..06",
        "statutory?period=2020Q2", "public?period=2020",
    ];

    [Theory]
    [MemberData(nameof(Packs))]
    public async Task LibreOffice_calculates_the_figures_that_the_file_holds_in_every_language(string pack)
    {
        var folder = Directory.CreateTempSubdirectory("analytics-workbooks-");
        try
        {
            var kept = new Dictionary<string, WorkbookFile>();
            foreach (var language in Languages)
            {
                var path = Path.Combine(folder.FullName, language + ".xlsx");
                await File.WriteAllBytesAsync(path, await PackAsync(pack, language), TestContext.Current.CancellationToken);
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
    [MemberData(nameof(Packs))]
    public async Task Every_pack_keeps_its_format_to_the_letter(string pack) => Assert.Equal("", string.Join("\n", Read(await PackAsync(pack, "kk")).Errors));

    [Theory]
    [InlineData("akimat?period=2019")]
    [InlineData("akimat?period=2022")]
    [InlineData("akimat?period=2022-01..06&boundaries=current")]
    [InlineData("akimat?period=2020-06")]
    [InlineData("akimat?period=2025&audience=public")]
    [InlineData("district?period=2025&territory=ridder")]
    [InlineData("year-over-year?period=2024&with=2020")]
    [InlineData("grants?period=2022Q2")]
    [InlineData("employment?period=2021")]
    [InlineData("statutory?period=2020-06")]
    [InlineData("statutory?period=2025")]
    public async Task A_workbook_finds_that_it_agrees_with_publication_and_sources(string pack)
    {
        var check = Read(await PackAsync(pack, "en")).Cells.Where(cell => cell.Sheet == "Check").ToList();
        var differences = check.Where(cell => cell.Address[0] == 'G' && cell.Number is not null).ToList();

        Assert.Equal("✓ The workbook agrees with the publication and the sources: all differences are 0", check.Single(cell => cell.Address == "A5").Text);
        Assert.True(differences.Count > 10, $"{differences.Count} differences");
        Assert.All(differences, cell => Assert.Equal(0, cell.Number));
    }

    [Fact]
    public async Task The_totals_of_the_sources_stand_in_the_check()
    {
        var workbook = Read(await PackAsync("akimat?period=2020", "en"));
        string[] RowOf(string table)
        {
            var row = workbook.Cells.Single(cell => cell.Sheet == "Check" && cell.Text == table).Address[1..];
            return [.. "DEFG".Select(column => workbook.Cells.Single(cell => cell.Sheet == "Check" && cell.Address == column + row).Text)];
        }

        Assert.Equal(["1060", "1060", "1060", "0"], RowOf("grant_applications"));
        Assert.Equal(["77", "77", "77", "0"], RowOf("outreach_events"));
        Assert.Equal(["228", "4820000000", "4820000000", "0"], RowOf("allocations"));
        Assert.Equal(["54701", "9418780595", "9418780595", "0"], RowOf("benefit_payments"));
    }

    [Fact]
    public async Task A_cell_that_somebody_changes_is_found_by_the_check()
    {
        var folder = Directory.CreateTempSubdirectory("analytics-workbooks-");
        try
        {
            var path = Path.Combine(folder.FullName, "changed.xlsx");
            await File.WriteAllBytesAsync(path, await PackAsync("akimat?period=2020", "en"), TestContext.Current.CancellationToken);
            WorkbookFile.Change(path, "Coverage", "B9", "1054");
            await LibreOffice.CalculateAsync(folder.FullName, Path.Combine(folder.FullName, "calculated"), [path]);

            var check = Read(Path.Combine(folder.FullName, "calculated", "changed.xlsx")).Cells.Where(cell => cell.Sheet == "Check").ToList();

            Assert.Equal("✗ The workbook differs: see the differences that are not 0", check.Single(cell => cell.Address == "A5").Text);
            Assert.Contains(check, cell => cell.Address[0] == 'G' && cell.Number == 1);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task Two_languages_hold_the_same_figures_by_their_hash()
    {
        async Task<string> HashAsync(string language)
        {
            var workbook = Read(await PackAsync("akimat?period=2020", language));
            return workbook.Cells.Single(cell => cell.Sheet == workbook.Sheets[^1] && cell.Text.Length == 64 && cell.Text.All(char.IsAsciiHexDigit)).Text;
        }

        Assert.Equal(await HashAsync("ru"), await HashAsync("kk"));
    }

    [Fact]
    public async Task The_title_page_tells_the_headline_figures_by_reference_and_what_needs_attention()
    {
        var title = Read(await PackAsync("akimat?period=2020", "en")).Cells.Where(cell => cell.Sheet == "Title").ToList();

        Assert.Equal("Akimat of East Kazakhstan region", title[0].Text);
        Assert.Contains(title, cell => cell is { Number: 10_969 } && cell.Formula!.StartsWith("'Summary'!", StringComparison.Ordinal));
        Assert.Contains(title, cell => cell is { Number: 2_907 } && cell.Formula!.StartsWith("'Summary'!", StringComparison.Ordinal));
        Assert.Contains(title, cell => cell.Text.Contains("2 districts are behind their plans to date – Altay District (86.6%), Borodulikha District (93.7%)", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_statutory_forms_of_a_quarter_are_numbered_as_the_order_does_and_money_of_the_kinds_adds_up()
    {
        var workbook = Read(await PackAsync("statutory?period=2020Q2", "en"));
        var kinds = workbook.Cells.Where(cell => cell.Sheet == "Kinds of aid" && cell.Address[0] == 'F' && cell.Formula is not null).Select(cell => cell.Number).ToList();

        Assert.Equal(["4 All aid", "5 Conditional aid", "6 Unconditional aid", "Kinds of aid", "Definitions", "Check"], workbook.Sheets);
        Assert.Equal([0, 0], kinds[^2..]);
        Assert.All(kinds[..^2], both => Assert.True(both >= 0));
    }

    [Fact]
    public async Task Grants_are_told_for_each_category_of_families()
    {
        var workbook = Read(await PackAsync("grants?period=2020", "en"));

        Assert.Contains(workbook.Cells, cell => cell is { Sheet: "Large families", Number: 636 });
        Assert.Contains(workbook.Cells, cell => cell is { Sheet: "Low-income families", Number: 239 });
        Assert.Contains(workbook.Cells, cell => cell is { Sheet: "Funnel", Number: 875 });
    }

    [Fact]
    public async Task A_district_stands_beside_the_region_and_like_districts()
    {
        var workbook = Read(await PackAsync("district?period=2020&territory=semey", "en"));
        var applications = workbook.RightOf("Beside others", "Grant applications received", 2);
        var share = workbook.RightOf("Beside others", "Grant applications received", 4);

        Assert.Equal(164, applications.Number);
        Assert.Equal(164 / 1060.0 * 100, share.Number!.Value, 9);
        Assert.Contains(workbook.Cells, cell => cell.Text.Contains("same kind nearest in population", StringComparison.Ordinal) && cell.Text.Contains("Oskemen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_public_tables_have_marks_in_place_of_empty_cells_and_nothing_merged()
    {
        var bytes = await PackAsync("public?period=2025", "en");
        var workbook = Read(bytes);
        var tables = workbook.Cells.Where(cell => char.IsAsciiDigit(cell.Sheet[0])).GroupBy(cell => cell.Sheet).ToList();

        Assert.Equal(6, tables.Count);
        Assert.Contains(workbook.Cells, cell => cell.Text == "[c]");
        Assert.All(tables, table => Assert.All(table.Where(cell => cell.Address[0] != 'A'), cell => Assert.Matches("^(?:\\[[cxz]\\]|-?[0-9.E+-]+|.* 2025.*|.* 2024)$", cell.Text)));
        Assert.Equal(0, WorkbookFile.Merged(new MemoryStream(bytes)));
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
        Assert.Equal(13, workbook.Sheets.Count);
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

    private async Task<byte[]> PackAsync(string pack, string language) =>
        await demo.Client.GetByteArrayAsync($"/reports/{pack.Replace("?", ".xlsx?", StringComparison.Ordinal)}&language={language}", TestContext.Current.CancellationToken);

    private static WorkbookFile Read(byte[] bytes) => WorkbookFile.Read(new MemoryStream(bytes));

    private static WorkbookFile Read(string path) => Read(File.ReadAllBytes(path));

    private static void AssertSame(WorkbookFile kept, WorkbookFile calculated)
    {
        var results = calculated.Cells.ToDictionary(cell => (cell.Sheet, cell.Address));
        var formulas = kept.Cells.Where(cell => cell.Formula is not null).ToList();
        Assert.True(formulas.Count > 50 || kept.Sheets.Any(sheet => char.IsAsciiDigit(sheet[0])), $"{formulas.Count} formulas");
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
