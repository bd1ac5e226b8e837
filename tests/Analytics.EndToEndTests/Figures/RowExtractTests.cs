using System.Net;
using Analytics.EndToEndTests.Running;

namespace Analytics.EndToEndTests.Figures;

/// <summary>The facts themselves as a workbook.</summary>
public sealed class RowExtractTests(DemoServer demo)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("grant_applications", "2020", "vko", 1_060)]
    [InlineData("outreach_events", "2020", "vko", 77)]
    [InlineData("grant_applications", "2020", "semey", 164)]
    [InlineData("benefit_payments", "2020", "vko", 54_701)]
    [InlineData("benefit_payments", "2026", "vko", 0)]
    public async Task Every_fact_of_the_period_and_the_place_is_a_row(string fact, string period, string territory, int rows)
    {
        var workbook = await ReadAsync($"fact={fact}&period={period}&territory={territory}&language=en");

        Assert.Equal(rows + 1, workbook.Cells.Where(cell => cell.Sheet == "Rows").Select(cell => cell.Address.TrimStart([.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"])).Distinct().Count());
        Assert.Equal(rows, workbook.RightOf("About", "Rows", 1).Number);
        Assert.Empty(workbook.Errors);
    }

    [Fact]
    public async Task The_money_of_the_rows_is_that_of_the_figure()
    {
        var workbook = await ReadAsync("fact=benefit_payments&period=2020&language=en");

        Assert.Equal(4_700_000_000, workbook.Cells.Where(cell => cell is { Sheet: "Rows", Number: not null } && cell.Address[0] == 'H').Sum(cell => cell.Number!.Value));
    }

    [Fact]
    public async Task Codes_are_told_in_words_of_the_language()
    {
        var workbook = await ReadAsync("fact=grant_applications&period=2020&language=kk");

        Assert.Equal(875, workbook.Cells.Count(cell => cell.Text == "мақұлданды"));
        Assert.Equal("СИНТЕТИКАЛЫҚ ДЕРЕКТЕР, тек көрсетуге арналған", workbook.Cells.Single(cell => cell.Sheet == workbook.Sheets[0] && cell.Address == "A2").Text);
    }

    [Theory]
    [InlineData("fact=salaries&period=2020", "fact")]
    [InlineData("period=2020", "fact")]
    [InlineData("fact=outreach_events", "period")]
    [InlineData("fact=outreach_events&period=2020&territory=atlantis", "atlantis")]
    public async Task What_is_wrong_is_named(string query, string named)
    {
        using var answer = await demo.Client.GetAsync($"/reports/rows.xlsx?{query}", Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(named, await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_public_is_given_no_rows()
    {
        using var answer = await demo.Client.GetAsync("/reports/rows.xlsx?fact=outreach_events&period=2020&audience=public", Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("audience", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private async Task<WorkbookFile> ReadAsync(string query)
    {
        var bytes = await demo.Client.GetByteArrayAsync($"/reports/rows.xlsx?{query}", Token);
        return WorkbookFile.Read(new MemoryStream(bytes));
    }
}
