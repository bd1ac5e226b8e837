using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Figures;

/// <summary>Page, chart, workbook, API and command line ask the same question and show one figure.</summary>
public sealed partial class OneFigureTests(DemoServer demo, Chromium chromium)
{
    private const string Question = "indicators=families,paid_amount,grant_applications,grants_approved,grant_approval_rate,placements,outreach_events&period=2020&territories=vko";

    private static readonly Dictionary<string, decimal> Figures2020 = new()
    {
        ["families"] = 10_969m,
        ["paid_amount"] = 4_700_000_000m,
        ["grant_applications"] = 1_060m,
        ["grants_approved"] = 875m,
        ["grant_approval_rate"] = 82.54716981132075471698113208m,
        ["placements"] = 2_907m,
        ["outreach_events"] = 77m,
    };

    [Fact]
    public async Task The_API_gives_the_figures_of_2020() => Assert.Equal(Figures2020, Values(await demo.Client.GetStringAsync("/api/v1/values?" + Question, TestContext.Current.CancellationToken)));

    [Fact]
    public async Task The_command_line_gives_the_same_beside_the_running_server()
    {
        var result = await AnalyticsProgram.RunAsync(
            demo.Server.DataDirectory,
            "values", "--indicators", string.Join(',', Figures2020.Keys), "--period", "2020", "--territories", "vko", "--format", "json");

        Assert.Equal((0, ""), (result.ExitCode, result.Error));
        Assert.Equal(Figures2020, Values(result.Output));
    }

    [Fact]
    public async Task The_CSV_gives_the_same()
    {
        var text = await demo.Client.GetStringAsync("/api/v1/values?format=csv&" + Question, TestContext.Current.CancellationToken);
        var lines = text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var column = Array.IndexOf(lines[0].Split(','), "value");

        Assert.Equal(Figures2020, lines.Skip(1).Select(line => line.Split(',')).ToDictionary(cell => cell[0], cell => decimal.Parse(cell[column], CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("ru", "Сводка", "Семьи – получатели АСП", "Доля одобренных заявок на гранты")]
    public async Task The_workbook_gives_the_same(string language, string sheet, string families, string approvalRate)
    {
        var bytes = await demo.Client.GetByteArrayAsync($"/reports/akimat.xlsx?period=2020&language={language}", TestContext.Current.CancellationToken);
        var workbook = WorkbookFile.Read(new MemoryStream(bytes));

        Assert.Equal(10_969, workbook.RightOf(sheet, families, 2).Number);
        Assert.Equal(15_500, workbook.RightOf(sheet, families, 3).Number);
        Assert.Equal(82.54716981132075, workbook.RightOf(sheet, approvalRate, 2).Number!.Value, precision: 12);
        Assert.NotNull(workbook.RightOf(sheet, approvalRate, 2).Formula);
    }

    [Fact]
    public async Task The_workbook_stands_on_the_boundaries_that_are_asked_for()
    {
        var token = TestContext.Current.CancellationToken;
        var workbook = WorkbookFile.Read(new MemoryStream(await demo.Client.GetByteArrayAsync("/reports/akimat.xlsx?period=2021&language=ru&boundaries=current", token)));
        using var answer = JsonDocument.Parse(await demo.Client.GetStringAsync("/api/v1/values?indicators=families&period=2021&boundaries=current&territories=vko,samar", token));
        var families = answer.RootElement.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("value").GetDouble()).ToList();

        // Samar was formed in 2022; on today's land it has figures of 2021.
        Assert.Equal(families[0], workbook.RightOf("Сводка", "Семьи – получатели АСП", 2).Number);
        var samar = workbook.Cells.First(cell => cell.Sheet == "Охват" && cell.Text.StartsWith("район Самар", StringComparison.Ordinal)).Text;
        Assert.Equal(families[1], workbook.RightOf("Охват", samar, 1).Number);
        Assert.DoesNotContain(workbook.Cells, cell => cell.Text == "Семей");
    }

    [Fact]
    public async Task The_command_line_writes_the_same_workbook_as_the_page_gives()
    {
        var path = Path.Combine(demo.Server.DataDirectory, "akimat-2020.xlsx");
        var result = await AnalyticsProgram.RunAsync(demo.Server.DataDirectory, "report", "akimat", "--period", "2020", "--language", "en", "--out", path);
        var downloaded = await demo.Client.GetByteArrayAsync("/reports/akimat.xlsx?period=2020&language=en", TestContext.Current.CancellationToken);

        Assert.Equal((0, path + "\n", ""), (result.ExitCode, result.Output, result.Error));
        Assert.Equal(
            WorkbookFile.Read(new MemoryStream(downloaded)).Cells,
            WorkbookFile.Read(File.OpenRead(path)).Cells);
    }

    [Theory]
    [InlineData("ru", "10\u00A0969", "4,70", "82,5", "875 из 1\u00A0060", "2\u00A0907")]
    [InlineData("kk", "10\u00A0969", "4,70", "82,5", "875 / 1\u00A0060", "2\u00A0907")]
    [InlineData("en", "10,969", "4.70", "82.5", "875 of 1,060", "2,907")]
    public async Task The_board_shows_the_same_in_its_head(string language, string families, string paid, string rate, string parts, string placements)
    {
        await using var page = await chromium.OpenAsync(language);
        await page.GoAsync(demo.At($"/?period=2020&language={language}"));
        var headlines = await page.Page.Locator(".headline").AllInnerTextsAsync();

        Assert.Equal(8, headlines.Count);
        Assert.Contains(families, headlines[0], StringComparison.Ordinal);
        Assert.Contains(paid, headlines[3], StringComparison.Ordinal);
        Assert.Contains(rate, headlines[5], StringComparison.Ordinal);
        Assert.Contains(parts, headlines[5], StringComparison.Ordinal);
        Assert.Contains(placements, headlines[6], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_boards_table_shows_the_same_for_the_region()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/?period=2020&language=ru"));
        var numbers = await page.Page.Locator("tr.region .number").AllInnerTextsAsync();

        Assert.Equal(["10\u00A0969", "52\u00A0100", "4\u00A0700,0", "82,5", "2\u00A0907"], numbers);
    }

    [Theory]
    [InlineData("/coverage", "families", "10\u00A0969")]
    [InlineData("/spending", "paid_amount", "4\u00A0700,0")]
    [InlineData("/grants", "grants_approved", "875")]
    [InlineData("/grants", "grant_approval_rate", "82,5")]
    [InlineData("/employment", "placements", "2\u00A0907")]
    public async Task The_page_of_its_group_shows_the_same(string path, string indicator, string number)
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At($"{path}?period=2020&language=ru"));

        Assert.Equal(number, await FigureTable.RegionAsync(page.Page, indicator));
    }

    [Theory]
    [InlineData("families", "ru", "10\u00A0969")]
    [InlineData("families", "en", "10,969")]
    [InlineData("grant_approval_rate", "ru", "82,5\u00A0%")]
    [InlineData("placements", "kk", "2\u00A0907")]
    public async Task The_charts_picture_shows_the_same(string indicator, string language, string number)
    {
        var svg = await demo.Client.GetStringAsync($"/charts/{indicator}.svg?period=2020&language={language}", TestContext.Current.CancellationToken);

        Assert.Contains(number, svg, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_drawn_chart_has_the_numbers_of_the_table()
    {
        await using var page = await chromium.OpenAsync();
        await page.GoAsync(demo.At("/coverage?period=2020&language=ru&chart=families"));
        var table = (await page.Page.Locator("tbody tr:not(.region) td:first-of-type .number").AllInnerTextsAsync()).Select(Plain).ToList();
        var chart = (await page.Page.Locator("figure[data-chart=districts] svg text").AllTextContentsAsync()).Select(text => Plain(text ?? "")).ToList();

        Assert.Equal(19, table.Count);
        Assert.All(table, number => Assert.Contains(number, chart));
    }

    // Counted in the demo's own database: different households paid more than zero.
    [Theory]
    [InlineData("2019-08", 8_475)]
    [InlineData("2019-09", 8_508)]
    [InlineData("2019-12", 7_429)]
    [InlineData("2019Q3", 10_594)]
    [InlineData("2019Q4", 9_228)]
    [InlineData("2020-01..08", 8_053)]
    [InlineData("2020-01..11", 10_362)]
    [InlineData("2020-01..12", 10_969)]
    public async Task Families_are_counted_anew_in_every_period(string period, decimal families) => Assert.Equal(
        families, Values(await demo.Client.GetStringAsync($"/api/v1/values?indicators=families&period={period}&territories=vko", TestContext.Current.CancellationToken))["families"]);

    [Fact]
    public async Task The_approved_of_the_two_categories_are_636_and_239()
    {
        async Task<decimal> ApprovedAsync(string category) => Values(await demo.Client.GetStringAsync(
            $"/api/v1/values?indicators=grants_approved&period=2020&territories=vko&category={category}", TestContext.Current.CancellationToken))["grants_approved"];

        Assert.Equal((636m, 239m), (await ApprovedAsync("large_family"), await ApprovedAsync("low_income")));
    }

    [Fact]
    public async Task The_regions_families_are_fewer_than_the_sum_of_its_districts()
    {
        using var answer = JsonDocument.Parse(await demo.Client.GetStringAsync("/api/v1/values?indicators=families&period=2020", TestContext.Current.CancellationToken));
        var values = answer.RootElement.GetProperty("values").EnumerateArray()
            .ToDictionary(value => value.GetProperty("territory").GetString()!, value => value.GetProperty("value").GetDecimal());

        Assert.Equal(10_969, values["vko"]);
        Assert.True(values.Where(value => value.Key != "vko").Sum(value => value.Value) > 10_969);
    }

    private static Dictionary<string, decimal> Values(string json)
    {
        using var answer = JsonDocument.Parse(json);
        return answer.RootElement.GetProperty("values").EnumerateArray()
            .ToDictionary(value => value.GetProperty("indicator").GetString()!, value => value.GetProperty("value").GetDecimal());
    }

    private static string Plain(string text) => Blank().Replace(text, " ").Trim();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
