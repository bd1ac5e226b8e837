using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.EndToEndTests.Figures;
using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>A chart turns over to its table, and its files hold what the table holds.</summary>
public sealed partial class ChartFilesTests(DemoServer demo, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/coverage?period=2020&chart=families&sort=persons&order=asc", "districts")]
    [InlineData("/grants?period=2020-01..06&category=low_income", "districts")]
    [InlineData("/spending?period=2023&boundaries=common&chart=paid_amount", "trend")]
    [InlineData("/grants?period=2020", "funnel")]
    [InlineData("/grants?period=2020", "reasons")]
    [InlineData("/employment?period=2024&boundaries=current", "kinds")]
    [InlineData("/spending?period=2021-01..06", "budget")]
    public async Task CSV_and_workbook_hold_the_rows_and_figures_of_the_table(string path, string chart)
    {
        await using var page = await chromium.OpenAsync("en");
        await page.GoAsync(demo.At($"{path}&language=en&tables={chart}"));
        var figure = page.Page.Locator($"figure:has(#{chart}-table)");
        var units = await figure.Locator("thead .unit").AllInnerTextsAsync();
        var shown = new List<(string Row, IReadOnlyList<string> Cells)>();
        foreach (var row in await figure.Locator("tbody tr").AllAsync())
        {
            shown.Add((await row.Locator("th").InnerTextAsync(), await row.Locator("td").AllInnerTextsAsync()));
        }

        var csv = await FileAsync(figure, "csv");
        var lines = System.Text.Encoding.UTF8.GetString(csv).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Cells).ToList();
        var workbook = WorkbookFile.Read(new MemoryStream(await FileAsync(figure, "xlsx")));

        Assert.True(shown.Count > 4);
        Assert.Empty(workbook.Errors);
        Assert.Equal(shown.Sum(row => row.Cells.Count), lines.Count);
        foreach (var (index, row) in shown.Index())
        {
            // The head stands in the sixth row of the sheet.
            var inBook = workbook.Cells.Where(cell => Address().Match(cell.Address).Groups["row"].Value == (7 + index).ToString(CultureInfo.InvariantCulture)).ToList();
            Assert.Equal(row.Row, inBook[0].Text);
            foreach (var (column, text) in row.Cells.Index())
            {
                var line = lines[(index * row.Cells.Count) + column];
                Assert.Equal(row.Row, line[1]);
                Assert.Equal(Plain(text), Shown(line[12], text, units[column]));
                // A workbook keeps fifteen digits of a number.
                Assert.Equal(
                    line[12].Length > 0 ? double.Parse(line[12], CultureInfo.InvariantCulture).ToString("G12", CultureInfo.InvariantCulture) : null,
                    inBook.Single(cell => cell.Address[0] == 'B' + column).Number?.ToString("G12", CultureInfo.InvariantCulture));
            }
        }
    }

    [Theory]
    [InlineData("/coverage?period=2020&chart=families&sort=persons&order=asc", "districts")]
    [InlineData("/grants?period=2020&category=low_income", "funnel")]
    public async Task The_picture_has_the_names_and_figures_of_the_table(string path, string chart)
    {
        await using var page = await chromium.OpenAsync("en");
        await page.GoAsync(demo.At($"{path}&language=en"));
        var figure = page.Page.Locator($"figure:has(#{chart}-table)");
        var rows = figure.Locator("tbody tr");
        var svg = System.Text.Encoding.UTF8.GetString(await FileAsync(figure, "svg"));
        var names = await rows.Locator("th").AllTextContentsAsync();
        var numbers = await rows.Locator("td:nth-of-type(1)").AllTextContentsAsync();

        Assert.All(numbers, number => Assert.Contains(Plain(number), svg, StringComparison.Ordinal));
        Assert.All(names, name => Assert.Contains(name, svg, StringComparison.Ordinal));
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await FileAsync(figure, "png"))[..4]);
    }

    [Fact]
    public async Task The_funnel_of_2020_is_that_of_the_API()
    {
        await using var page = await chromium.OpenAsync("en");
        await page.GoAsync(demo.At("/grants?period=2020&language=en&tables=funnel"));
        foreach (var (category, column) in new[] { ("all", 1), ("large_family", 3), ("low_income", 5) })
        {
            using var answer = JsonDocument.Parse(await demo.Client.GetStringAsync(
                $"/api/v1/values?indicators=grant_applications,grants_under_review,grants_approved,grants_paid,grants_refused&period=2020&territories=vko&category={category}", Token));
            foreach (var value in answer.RootElement.GetProperty("values").EnumerateArray())
            {
                var cell = page.Page.Locator($"#funnel-table tr[data-row={value.GetProperty("indicator").GetString()}] td:nth-of-type({column})");
                Assert.Equal(value.GetProperty("value").GetDecimal().ToString("N0", CultureInfo.InvariantCulture), (await cell.InnerTextAsync()).Trim());
            }
        }

        Assert.Equal(["1,060", "875"], new[]
        {
            await page.Page.Locator("#funnel-table tr[data-row=grant_applications] td").First.InnerTextAsync(),
            await page.Page.Locator("#funnel-table tr[data-row=grants_approved] td").First.InnerTextAsync(),
        });
        Assert.Contains("875 · 82.5%", await page.Page.Locator("figure:has(#funnel-table)").TextContentAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/grants?period=2020", "funnel")]
    [InlineData("/coverage?period=2020", "districts")]
    [InlineData("/coverage?period=2020", "trend")]
    public async Task A_key_turns_a_chart_over_and_nothing_moves(string path, string chart)
    {
        await using var page = await chromium.OpenAsync("ru");
        await page.GoAsync(demo.At($"{path}&language=ru"));
        var button = page.Page.Locator($"button[data-flip={chart}]");
        var table = page.Page.Locator($"#{chart}-table table");
        await Assertions.Expect(table).ToBeHiddenAsync();
        var before = await page.Page.EvaluateAsync<int>("document.documentElement.scrollHeight");

        await button.FocusAsync();
        await page.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(table).ToBeVisibleAsync();
        await Assertions.Expect(page.Page.Locator($"#{chart}-drawing")).ToBeHiddenAsync();
        await Assertions.Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(button).ToBeFocusedAsync();
        Assert.Contains($"tables={chart}", page.Page.Url, StringComparison.Ordinal);
        Assert.Equal(before, await page.Page.EvaluateAsync<int>("document.documentElement.scrollHeight"));

        await page.Page.ReloadAsync();
        await Assertions.Expect(table).ToBeVisibleAsync();
        await page.Page.SelectOptionAsync("select[name=year]", "2021");
        await page.Page.WaitForURLAsync(new Regex($"period=2021.*tables={chart}"));
        await button.FocusAsync();
        await page.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(table).ToBeHiddenAsync();
        Assert.DoesNotContain("tables=", page.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_whole_table_is_a_workbook_in_the_order_of_the_page()
    {
        await using var page = await chromium.OpenAsync("ru");
        await page.GoAsync(demo.At("/grants?period=2020&language=ru&sort=grants_approved&order=desc"));
        var names = await page.Page.Locator("table.figures tbody th").AllInnerTextsAsync();
        var link = await page.Page.Locator(".downloads a[data-file=table]").GetAttributeAsync("href");
        var workbook = WorkbookFile.Read(new MemoryStream(await demo.Client.GetByteArrayAsync(link, Token)));
        var rows = workbook.Cells.Where(cell => cell.Address[0] == 'A' && !char.IsLetter(cell.Address[1])).Select(cell => cell.Text).ToList();

        Assert.Empty(workbook.Errors);
        Assert.Equal(names, rows.SkipWhile(text => text != names[0]).SkipWhile(text => text.Contains('·', StringComparison.Ordinal)).Take(names.Count));
        Assert.Contains(workbook.Cells, cell => cell.Number == 875);
        Assert.Contains(workbook.Cells, cell => cell.Number == 1_060);
    }

    [Theory]
    [InlineData("/charts/families.xlsx?period=2020&kind=funnel", "kind")]
    [InlineData("/charts/families.csv?period=2020&sort=nothing", "sort")]
    [InlineData("/charts/families.svg?period=2020&order=up", "order")]
    [InlineData("/reports/tables/nothing.xlsx?period=2020", "group")]
    public async Task A_wrong_parameter_of_a_file_is_named(string path, string parameter)
    {
        using var answer = await demo.Client.GetAsync(path, Token);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));

        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(parameter, problem.RootElement.GetProperty("parameter").GetString());
    }

    private async Task<byte[]> FileAsync(ILocator figure, string format) =>
        await demo.Client.GetByteArrayAsync(await figure.Locator($"a[data-file={format}]").GetAttributeAsync("href"), Token);

    // The number as the page writes it: in its unit, with as many decimals.
    private static string Shown(string value, string text, string unit)
    {
        if (value.Length == 0)
        {
            return Plain(text);
        }

        var decimals = Plain(text).Split('.') is [_, var fraction] ? fraction.Length : 0;
        var number = decimal.Parse(value, CultureInfo.InvariantCulture) / (unit.Contains('m') && unit.Contains('₸') ? 1_000_000m : 1);
        return Math.Round(number, decimals, MidpointRounding.AwayFromZero).ToString($"N{decimals}", CultureInfo.InvariantCulture);
    }

    // Without marks of notes and blanks; a state in words stands for itself.
    private static string Plain(string text) => Number().Match(text) is { Success: true } number ? number.Value : text.Trim();

    private static string[] Cells(string line) => [.. Cell().Matches(line).Select(match => match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["plain"].Value)];

    [GeneratedRegex(@"-?\d[\d,]*(\.\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex("(?:^|,)(?:\"(?<quoted>(?:[^\"]|\"\")*)\"|(?<plain>[^,]*))")]
    private static partial Regex Cell();

    [GeneratedRegex(@"^[A-Z]+(?<row>\d+)$")]
    private static partial Regex Address();
}
