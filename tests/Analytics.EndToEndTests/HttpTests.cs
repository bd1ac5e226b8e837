using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Analytics.EndToEndTests.Running;

namespace Analytics.EndToEndTests;

public sealed class HttpTests(DemoServer demo)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/health/live", "application/json")]
    [InlineData("/health/ready", "application/json")]
    [InlineData("/openapi/v1.json", "application/json")]
    [InlineData("/jobs", "text/html")]
    [InlineData("/data", "text/html")]
    [InlineData("/data/quarantine", "text/html")]
    [InlineData("/data/quarantine?handler=csv", "text/csv")]
    [InlineData("/api/v1/loads", "application/json")]
    [InlineData("/api/v1/indicators", "application/json")]
    [InlineData("/api/v1/territories?on=2021-01-01", "application/json")]
    [InlineData("/api/v1/series?indicator=families&territory=oskemen&from=2020-01&to=2020-12&kind=quarter", "application/json")]
    [InlineData("/api/v1/ranking?indicator=grant_approval_rate&period=2020", "application/json")]
    [InlineData("/api/v1/forecast?indicator=grants_approved&period=2021-01..08", "application/json")]
    [InlineData("/api/v1/explain?indicator=families&period=2020", "application/json")]
    [InlineData("/api/v1/publications", "application/json")]
    [InlineData("/changes", "text/html")]
    [InlineData("/charts/families.svg?period=2020", "image/svg+xml")]
    [InlineData("/charts/families.png?period=2020&kind=trend&language=kk", "image/png")]
    [InlineData("/reports/akimat.xlsx?period=2020", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    public async Task Every_address_of_the_public_surface_answers(string path, string type)
    {
        using var answer = await demo.Client.GetAsync(path, Token);

        Assert.Equal((HttpStatusCode.OK, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }

    [Theory]
    [InlineData("/api/v1/values?indicators=families&period=2020&audience=public", "\"audience\":\"public\"")]
    [InlineData("/api/v1/values?indicators=families&period=2020-03&category=large_family&aid=conditional&audience=public", "\"state\":\"hidden\",\"numerator\":null,\"denominator\":null,\"value\":null")]
    [InlineData("/api/v1/values?indicators=families&period=2020&audience=public&format=csv", ",public\r\n")]
    [InlineData("/api/v1/series?indicator=grant_applications&territory=ridder&from=2020-01&to=2020-12&audience=public", "\"state\":\"hidden\",\"numerator\":null")]
    [InlineData("/api/v1/ranking?indicator=grant_approval_rate&period=2024Q2&audience=public", "\"state\":\"hidden\"")]
    [InlineData("/charts/grant_applications.svg?period=2024Q2&language=en&audience=public", "for publication")]
    [InlineData("/grants?period=2024Q2&language=en&audience=public", "For publication")]
    public async Task Every_answer_to_the_public_passes_the_gate_and_says_for_whom_it_is(string path, string told)
    {
        // The public edition is made after the figures are in force.
        for (var attempt = 0; attempt < 120; attempt++)
        {
            using var answer = await demo.Client.GetAsync(path, Token);
            if (answer.StatusCode == HttpStatusCode.OK)
            {
                Assert.Contains(told, await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
                return;
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            await Task.Delay(TimeSpan.FromSeconds(2), Token);
        }

        Assert.Fail($"{path} was not published in time.");
    }

    [Theory]
    [InlineData("/api/v1/values?indicators=families&period=2020&audience=press", "audience")]
    [InlineData("/api/v1/values?indicators=happiness&period=2020", "indicators")]
    [InlineData("/api/v1/values?period=2020", "indicators")]
    [InlineData("/api/v1/values?indicators=families&period=20", "period")]
    [InlineData("/api/v1/values?indicators=families", "period")]
    [InlineData("/api/v1/values?indicators=families&period=2020&territories=almaty", "territories")]
    [InlineData("/api/v1/values?indicators=families&period=2020&compare=lastyear", "compare")]
    [InlineData("/api/v1/values?indicators=families&period=2020&boundaries=todays", "boundaries")]
    [InlineData("/api/v1/values?indicators=families&period=2024&compare=2020-06", "compare")]
    [InlineData("/api/v1/values?indicators=families&period=2024&incomparable=maybe", "incomparable")]
    [InlineData("/api/v1/values?indicators=families&period=2020&category=rich", "category")]
    [InlineData("/api/v1/values?indicators=families&period=2020&aid=food", "aid")]
    [InlineData("/api/v1/values?indicators=families&period=2020&format=xml", "format")]
    [InlineData("/api/v1/ranking?period=2020", "indicators")]
    [InlineData("/api/v1/ranking?indicator=families", "period")]
    [InlineData("/api/v1/forecast?indicator=happiness&period=2020-01..08", "indicator")]
    [InlineData("/api/v1/explain?indicator=families&period=2020&compare=target", "compare")]
    [InlineData("/api/v1/explain?indicator=families&period=2020&audience=public", "audience")]
    [InlineData("/api/v1/forecast?indicator=families&period=2020-01..08&audience=public", "audience")]
    [InlineData("/api/v1/publications/diff?from=1&to=1&audience=public", "audience")]
    [InlineData("/api/v1/targets?audience=public", "audience")]
    [InlineData("/api/v1/explain?indicator=families&period=2020&by=street", "by")]
    [InlineData("/api/v1/publications/diff?from=1", "to")]
    [InlineData("/api/v1/series?indicator=families&kind=week", "kind")]
    [InlineData("/api/v1/series?indicator=families&from=2021-01&to=2020-01", "to")]
    [InlineData("/api/v1/territories?on=yesterday", "on")]
    [InlineData("/reports/akimat.xlsx?period=spring", "period")]
    [InlineData("/reports/akimat.xlsx?period=2020&language=de", "language")]
    [InlineData("/reports/akimat.xlsx?period=2020&boundaries=old", "boundaries")]
    [InlineData("/reports/minister.xlsx?period=2020", "pack")]
    [InlineData("/charts/families.svg?period=2020&kind=pie", "kind")]
    [InlineData("/charts/happiness.svg?period=2020", "indicators")]
    public async Task A_wrong_parameter_is_a_400_that_names_it(string path, string parameter)
    {
        using var answer = await demo.Client.GetAsync(path, Token);
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Token));

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal(parameter, problem.RootElement.GetProperty("parameter").GetString());
        Assert.NotEmpty(problem.RootElement.GetProperty("detail").GetString()!);
    }

    [Theory]
    [InlineData("/?period=20", "period", "2020-01..06")]
    [InlineData("/?category=rich", "category", "low_income")]
    [InlineData("/?aid=food", "aid", "unconditional")]
    [InlineData("/?sort=happiness", "sort", "families")]
    [InlineData("/?order=up", "order", "desc")]
    [InlineData("/?language=de", "language", "kk")]
    [InlineData("/targets?audience=public", "audience", "internal")]
    [InlineData("/changes?audience=public", "audience", "internal")]
    [InlineData("/data?audience=public", "audience", "internal")]
    [InlineData("/figures/families/vko?audience=public", "audience", "internal")]
    [InlineData("/grants?chart=families", "chart", "grants_approved")]
    [InlineData("/?year=20&part=", "year", "2020Q2")]
    [InlineData("/?period=%3Cscript%3Ealert(1)%3C/script%3E", "period", "2020-06")]
    public async Task A_wrong_parameter_of_a_page_is_a_400_that_names_it_and_what_it_may_be(string path, string parameter, string allowed)
    {
        using var answer = await demo.Client.GetAsync(path, Token);
        var html = await answer.Content.ReadAsStringAsync(Token);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(parameter, html, StringComparison.Ordinal);
        Assert.Contains($"<code>{allowed}</code>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/nowhere")]
    [InlineData("/grants/nowhere")]
    [InlineData("/districts")]
    [InlineData("/api/v1/nothing")]
    [InlineData("/css/nothing.css")]
    [InlineData("/lib/../../appsettings.json")]
    [InlineData("/reports/akimat.docx")]
    [InlineData("/figures/happiness/vko")]
    [InlineData("/figures/families/almaty")]
    [InlineData("/charts/families.gif")]
    public async Task What_is_not_there_is_a_404(string path)
    {
        using var answer = await demo.Client.GetAsync(path, Token);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("/?period=2020&language=ru")]
    [InlineData("/grants?period=2020&language=ru")]
    [InlineData("/api/v1/values?indicators=families&period=2020")]
    public async Task What_has_not_changed_is_not_sent_again(string path)
    {
        using var first = await demo.Client.GetAsync(path, Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var second = await demo.Client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal("", await second.Content.ReadAsStringAsync(Token));
        Assert.True(first.Headers.CacheControl is { Private: true, NoCache: true });
    }

    [Theory]
    [InlineData("/?period=2020-03&language=en")]
    [InlineData("/spending?period=2020-03&language=kk")]
    public async Task A_page_that_was_made_before_is_the_same_for_the_next_reader_however_it_is_packed(string path)
    {
        var texts = new List<string>();
        foreach (var encoding in new[] { "br", "br", "gzip", "gzip", "identity", "identity" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.AcceptEncoding.ParseAdd(encoding);
            using var answer = await demo.Client.SendAsync(request, Token);
            await using var sent = await answer.Content.ReadAsStreamAsync(Token);
            Assert.Equal(encoding == "identity" ? [] : [encoding], answer.Content.Headers.ContentEncoding);
            await using var unpacked = encoding switch
            {
                "br" => new BrotliStream(sent, CompressionMode.Decompress),
                "gzip" => new GZipStream(sent, CompressionMode.Decompress),
                _ => sent,
            };
            texts.Add(await new StreamReader(unpacked).ReadToEndAsync(Token));
        }

        Assert.Contains("</html>", texts[0], StringComparison.Ordinal);
        Assert.All(texts, text => Assert.Equal(texts[0], text));
    }

    [Theory]
    [InlineData("/?period=2020&language=ru", "/?period=2020&language=en")]
    [InlineData("/?period=2020&language=ru", "/?period=2021&language=ru")]
    public async Task Another_page_has_another_tag(string one, string other)
    {
        using var first = await demo.Client.GetAsync(one, Token);
        using var second = await demo.Client.GetAsync(other, Token);

        Assert.NotEqual(first.Headers.ETag, second.Headers.ETag);
    }

    [Fact]
    public async Task JSON_and_CSV_of_one_address_have_tags_of_their_own()
    {
        const string Path = "/api/v1/values?indicators=families&period=2020&territories=vko";
        using var json = await demo.Client.GetAsync(Path, Token);
        using var csv = await AskAsync(Path, "text/csv", json.Headers.ETag);

        Assert.Equal((HttpStatusCode.OK, "text/csv"), (csv.StatusCode, csv.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task CSV_begins_with_the_mark_by_which_Excel_knows_UTF8()
    {
        using var answer = await AskAsync("/api/v1/values?indicators=families&period=2020", "text/csv", null);

        Assert.Equal("text/csv; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(new byte[] { 0xEF, 0xBB, 0xBF }, (await answer.Content.ReadAsByteArrayAsync(Token))[..3]);
        Assert.Equal("analytics-2020.csv", answer.Content.Headers.ContentDisposition?.FileName);
    }

    [Fact]
    public async Task A_district_that_is_named_is_answered_in_the_order_asked()
    {
        using var answer = JsonDocument.Parse(await demo.Client.GetStringAsync("/api/v1/values?indicators=families&period=2020&territories=ulan,oskemen", Token));

        Assert.Equal(["ulan", "oskemen"], answer.RootElement.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("territory").GetString()!));
    }

    [Fact]
    public async Task Territories_of_a_day_are_those_of_that_day()
    {
        async Task<int> CountAsync(string day)
        {
            using var answer = JsonDocument.Parse(await demo.Client.GetStringAsync($"/api/v1/territories?on={day}", Token));
            return answer.RootElement.GetArrayLength();
        }

        Assert.Equal((20, 12, 14), (await CountAsync("2021-01-01"), await CountAsync("2023-01-01"), await CountAsync("2024-06-01")));
    }

    [Fact]
    public async Task The_plan_stands_beside_the_fact()
    {
        using var answer = JsonDocument.Parse(await demo.Client.GetStringAsync("/api/v1/values?indicators=families,persons,children_1_6&period=2021&territories=vko&compare=target", Token));
        var plans = answer.RootElement.GetProperty("values").EnumerateArray().Select(value => value.GetProperty("target").GetProperty("year").GetDecimal());

        Assert.Equal([8_800m, 42_000m, 11_000m], plans);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/grants?period=2020")]
    [InlineData("/data")]
    [InlineData("/nowhere")]
    public async Task A_page_may_run_and_show_only_what_is_its_own(string path)
    {
        using var answer = await demo.Client.GetAsync(path, Token);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));

        Assert.Contains("default-src 'self'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
    }

    [Fact]
    public async Task The_server_does_not_say_what_it_is_made_of()
    {
        using var answer = await demo.Client.GetAsync("/", Token);

        Assert.False(answer.Headers.Contains("Server"));
        Assert.False(answer.Headers.Contains("X-Powered-By"));
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string accepted, EntityTagHeaderValue? known)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Accept.ParseAdd(accepted);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await demo.Client.SendAsync(request, Token);
    }
}
