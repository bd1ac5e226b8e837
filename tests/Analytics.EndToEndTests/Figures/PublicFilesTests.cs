using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.EndToEndTests.Running;

namespace Analytics.EndToEndTests.Figures;

/// <summary>What is hidden from the public, looked for in everything that the public may download.</summary>
public sealed partial class PublicFilesTests(DemoServer demo)
{
    private const string Question = "indicators=families,persons,children_1_6,able_bodied_persons,paid_amount,grant_applications,grants_approved,placements&period=2025";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/reports/akimat.xlsx?period=2025&language=ru&audience=public")]
    [InlineData("/reports/public.xlsx?period=2025&language=kk&audience=public")]
    [InlineData("/reports/district.xlsx?period=2025&territory=ridder&language=en&audience=public")]
    [InlineData("/reports/year-over-year.xlsx?period=2025&language=en&audience=public")]
    [InlineData("/reports/grants.xlsx?period=2025&language=en&audience=public")]
    [InlineData("/reports/employment.xlsx?period=2025&language=en&audience=public")]
    [InlineData("/reports/statutory.xlsx?period=2025&language=en&audience=public")]
    [InlineData("/coverage?period=2025&language=en&audience=public")]
    [InlineData("/spending?period=2025&language=kk&audience=public")]
    [InlineData("/?period=2025&language=en&audience=public")]
    [InlineData("/districts/ridder?period=2025&language=en&audience=public")]
    [InlineData("/compare?period=2025&territory=ridder&with_territory=altay&language=en&audience=public")]
    [InlineData("/charts/paid_amount.svg?period=2025&language=en&audience=public")]
    [InlineData("/charts/paid_amount.xlsx?period=2025&language=en&audience=public")]
    [InlineData("/charts/families.csv?period=2025&kind=trend&audience=public")]
    [InlineData("/charts/paid_amount.xlsx?period=2025&kind=budget&language=ru&audience=public")]
    [InlineData("/reports/tables/coverage.xlsx?period=2025&language=en&audience=public&sort=families")]
    [InlineData("/api/v1/values?" + Question + "&audience=public&format=csv")]
    public async Task No_hidden_figure_is_in_any_part_of_a_file_for_the_public(string path)
    {
        var hidden = await HiddenAsync();
        Assert.True(hidden.Count > 20, $"Only {hidden.Count} figures are hidden.");

        var file = await PublishedAsync(path);
        var told = NumbersIn(file);

        Assert.DoesNotContain("/figures/", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        Assert.DoesNotContain(hidden, figure => told.Contains(figure.Value));
    }

    // Figures of four digits and more that no territory may show: a small number could stand there for another reason.
    private async Task<List<KeyValuePair<string, decimal>>> HiddenAsync()
    {
        var known = await ValuesAsync("");
        var shown = await ValuesAsync("&audience=public");
        var visible = shown.Values.OfType<decimal>().ToHashSet();
        return [.. known
            .Where(figure => figure.Value >= 1000 && shown[figure.Key] is null && !visible.Contains(figure.Value.Value))
            .Select(figure => KeyValuePair.Create(figure.Key, figure.Value!.Value))];
    }

    private async Task<Dictionary<string, decimal?>> ValuesAsync(string audience)
    {
        var figures = new Dictionary<string, decimal?>();
        foreach (var category in new[] { "all", "large_family", "low_income" })
        {
            foreach (var aid in new[] { "all", "conditional" })
            {
                using var answer = JsonDocument.Parse(await PublishedAsync($"/api/v1/values?{Question}&category={category}&aid={aid}{audience}"));
                foreach (var value in answer.RootElement.GetProperty("values").EnumerateArray())
                {
                    figures[$"{value.GetProperty("indicator")} {value.GetProperty("territory")} {category} {aid}"] =
                        value.GetProperty("value") is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
                }
            }
        }

        return figures;
    }

    private async Task<byte[]> PublishedAsync(string path)
    {
        using var answer = await demo.Client.GetAsync(path, Token);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync(Token);
    }

    // All numbers of a text, or of every part of a workbook, however they are grouped.
    private static HashSet<decimal> NumbersIn(byte[] file)
    {
        var texts = file is [(byte)'P', (byte)'K', ..]
            ? new ZipArchive(new MemoryStream(file)).Entries.Select(part =>
            {
                using var reader = new StreamReader(part.Open());
                return reader.ReadToEnd();
            })
            : [Encoding.UTF8.GetString(file)];
        return [.. texts
            .SelectMany(text => Number().Matches(WebUtility.HtmlDecode(text)))
            .Select(match => Grouping().Replace(match.Value, "").Replace(',', '.'))
            .Select(text => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : 0)];
    }

    [GeneratedRegex(@"\d{1,3}([\u00A0\u202F ,]\d{3})+(\.\d+)?|\d+([.,]\d+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"[\u00A0\u202F ]|,(?=\d{3}(\D|$))")]
    private static partial Regex Grouping();
}
