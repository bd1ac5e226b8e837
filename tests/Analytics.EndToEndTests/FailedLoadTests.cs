using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.EndToEndTests.Running;
using Deque.AxeCore.Playwright;
using Microsoft.Data.Sqlite;

namespace Analytics.EndToEndTests;

/// <summary>A source that cannot be believed or reached: the pages keep the last publication with its date. One server, one small demo.</summary>
public sealed partial class FailedLoadTests(Chromium chromium) : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("analytics-e2e-");
    private AnalyticsServer server = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Social => Path.Combine(folder.FullName, "demo", "social.db");

    public async ValueTask InitializeAsync()
    {
        var demo = await AnalyticsProgram.RunAsync(folder.FullName, "demo", "--from", "2020-01", "--to", "2020-12");
        Assert.Equal((0, ""), (demo.ExitCode, demo.Error));
        server = await AnalyticsServer.StartAsync(folder.FullName);
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Pages_keep_the_last_publication_and_its_date_until_the_source_can_be_believed_again()
    {
        var (heading, published) = await BoardAsync();
        Assert.Contains("10\u00A0969", heading, StringComparison.Ordinal);

        // Amounts below zero in all of May: more than one row in a hundred is rejected.
        Change("UPDATE payment SET assigned_tiyn = -assigned_tiyn WHERE month = '2020-05-01'");
        var refused = await LoadAsync();
        Assert.Equal(1, refused.ExitCode);
        Assert.Equal((heading, published), await BoardAsync());
        Assert.Equal("Данные требуют внимания: 1 таблица загружена не полностью", await AttentionAsync());

        var quarantine = await AnalyticsProgram.RunAsync(folder.FullName, "etl", "quarantine", "--json");
        Assert.Contains("amount_negative", quarantine.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]{12}", quarantine.Output);
        Assert.Contains("An amount must not be below zero.", await QuarantinePageAsync("rule=amount_negative"), StringComparison.Ordinal);
        Assert.Contains("No row in quarantine fits this choice.", await QuarantinePageAsync("rule=wrong_type"), StringComparison.Ordinal);
        Assert.Contains("social,benefit_payments,2020-05,", await QuarantinePageAsync("table=benefit_payments&handler=csv"), StringComparison.Ordinal);

        // No database at all.
        var whole = await File.ReadAllBytesAsync(Social, Token);
        await File.WriteAllTextAsync(Social, "this is not a database", Token);
        var unreachable = await LoadAsync();
        Assert.Equal(1, unreachable.ExitCode);
        Assert.Single(unreachable.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => line.Contains("social", StringComparison.Ordinal));
        Assert.Equal((heading, published), await BoardAsync());
        Assert.Equal("Данные требуют внимания: 1 таблица загружена не полностью, 1 источник недоступен", await AttentionAsync());
        Assert.Equal(HttpStatusCode.OK, (await server.Client.GetAsync("/health/ready", Token)).StatusCode);
        await AssertAccessibleAsync("/?period=2020&language=kk");
        await AssertAccessibleAsync("/data?language=ru");

        // Good again, and one tenge more paid to somebody: the figures follow.
        await File.WriteAllBytesAsync(Social, whole, Token);
        Change("UPDATE payment SET assigned_tiyn = -assigned_tiyn WHERE month = '2020-05-01'");
        Change("UPDATE payment SET paid_tiyn = paid_tiyn + 100 WHERE payment_id = (SELECT min(payment_id) FROM payment WHERE paid_tiyn > 0)");
        Assert.Equal(1, (await AnalyticsProgram.RunAsync(folder.FullName, "etl", "verify")).ExitCode);
        Assert.Contains("1 таблица расходится с источником", await AttentionAsync(), StringComparison.Ordinal);
        var loaded = await LoadAsync();
        // On a slow machine it also says how far it is.
        Assert.True(loaded.ExitCode == 0, loaded.Error);
        using var answer = JsonDocument.Parse(await server.Client.GetStringAsync("/api/v1/values?indicators=paid_amount&period=2020&territories=vko", Token));
        Assert.Equal(4_700_000_001m, answer.RootElement.GetProperty("values")[0].GetProperty("value").GetDecimal());
        Assert.NotEqual(published, (await BoardAsync()).Published);
        Assert.Equal("", await AttentionAsync());
    }

    [Fact]
    public async Task What_is_wrong_is_told_in_the_language_of_the_page()
    {
        Change("DELETE FROM payment WHERE month = '2020-03-01' AND payment_id % 10 < 7");
        Change("UPDATE payment SET district_code = '999999999' WHERE month = '2020-05-01' AND payment_id % 10 = 0");
        Assert.Equal(1, (await LoadAsync()).ExitCode);

        foreach (var (language, held, rejected) in new[]
        {
            ("kk", "АӘК төлемдері, 2020\u00A0ж. наурыз (social): растау қажет.", "(Мұндай ӘАОЖ коды бар аудан жоқ, district_code – "),
            ("ru", "Выплаты АСП, март 2020\u00A0г. (social): нужно подтверждение.", "(Района с таким кодом КАТО нет, district_code – "),
            ("en", "Benefit payments, March 2020 (social) waits for confirmation:", "(There is no district of this KATO code, district_code: "),
        })
        {
            var all = await TextAsync($"/data?language={language}");
            Assert.Contains(held, await TextAsync($"/data/social/benefit_payments/2020-03?language={language}"), StringComparison.Ordinal);
            Assert.Contains(rejected, await TextAsync($"/data/social/benefit_payments/2020-05?language={language}"), StringComparison.Ordinal);
            Assert.Contains(held, all, StringComparison.Ordinal);
            Assert.Contains(rejected, all, StringComparison.Ordinal);
            Assert.Equal(language == "en", all.Contains("waits for confirmation:", StringComparison.Ordinal));
            Assert.DoesNotContain("<span lang=\"en\">", all, StringComparison.Ordinal);
        }

        await AssertAccessibleAsync("/data/social/benefit_payments/2020-03?language=kk");
    }

    [Fact]
    public async Task A_server_that_is_asked_to_stop_does_so_cleanly_and_takes_its_engine_along()
    {
        var engine = server.Children();

        Assert.NotEmpty(engine);
        Assert.Equal(0, await server.StopAsync());
        Assert.All(engine, id => Assert.False(Directory.Exists($"/proc/{id}")));

        await using var again = await AnalyticsServer.StartAsync(folder.FullName);
        using var answer = JsonDocument.Parse(await again.Client.GetStringAsync("/api/v1/publications", Token));
        Assert.Equal(1, answer.RootElement.GetProperty("number").GetInt64());
    }

    private async Task<string> QuarantinePageAsync(string query) =>
        WebUtility.HtmlDecode(await server.Client.GetStringAsync($"/data/quarantine?{query}&language=en", Token));

    private async Task<string> TextAsync(string path) => WebUtility.HtmlDecode(await server.Client.GetStringAsync(path, Token));

    private async Task<CommandResult> LoadAsync() => await AnalyticsProgram.RunAsync(folder.FullName, "etl", "run");

    private async Task<(string Heading, string Published)> BoardAsync()
    {
        var html = WebUtility.HtmlDecode(await server.Client.GetStringAsync("/?period=2020&language=ru", Token));
        return (Heading().Match(html).Value, Published().Match(html).Groups["published"].Value);
    }

    private async Task AssertAccessibleAsync(string path)
    {
        await using var page = await chromium.OpenAsync("ru");
        await page.GoAsync(new Uri(server.Address, path).ToString());
        Assert.Empty((await page.Page.RunAxe()).Violations.Select(violation => $"{violation.Id}: {violation.Help}: {violation.Nodes[0].Html}"));
    }

    // The page remembers for a second what needs attention.
    private async Task<string> AttentionAsync()
    {
        await Task.Delay(TimeSpan.FromSeconds(1.1), Token);
        return Attention().Match(WebUtility.HtmlDecode(await server.Client.GetStringAsync("/?period=2020&language=ru", Token))).Groups["text"].Value;
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Social};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        Assert.NotEqual(0, command.ExecuteNonQuery());
    }

    [GeneratedRegex("""<p class="attention">.*?<span>(?<text>.*?)</span>""", RegexOptions.Singleline)]
    private static partial Regex Attention();

    [GeneratedRegex("<h1>.*?</h1>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("""<p class="freshness">.*?<span>(?<published>.*?)</span>""", RegexOptions.Singleline)]
    private static partial Regex Published();
}
