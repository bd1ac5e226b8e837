using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.EndToEndTests.Running;
using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Pages;

/// <summary>The map on the pages of groups. The demo's server has a layer of the year 2019 with two districts (<see cref="DemoServer"/>).</summary>
public sealed partial class MapTests(DemoServer demo, Chromium chromium)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("grants", "grant_approval_rate", "2020", 1)]
    [InlineData("grants", "grant_applications", "2022-01..06", 0)]
    [InlineData("coverage", "families", "2024", 0)]
    public async Task Every_district_of_the_map_has_the_figure_of_the_API(string page, string indicator, string period, int decimals)
    {
        var expected = (await ValuesAsync($"indicators={indicator}&period={period}"))
            .ToDictionary(value => value.Territory, value => value.Value is { } number ? number.ToString("N" + decimals, CultureInfo.InvariantCulture) : "—");

        Assert.Equal(expected, (await TilesAsync($"/{page}?chart={indicator}&period={period}")).ToDictionary(tile => tile.Territory, tile => tile.Number));
    }

    [Fact]
    public async Task Colours_mean_the_same_in_every_year()
    {
        var keys = new List<string>();
        foreach (var year in new[] { "2020", "2021", "2025" })
        {
            keys.Add(Key().Match(await PageAsync($"/grants?chart=grant_approval_rate&period={year}")).Value);
        }

        Assert.Contains("map-unit--5", keys[0], StringComparison.Ordinal);
        Assert.Single(keys.Distinct());
    }

    [Fact]
    public async Task What_is_hidden_from_the_public_has_the_class_of_the_hidden_and_no_number()
    {
        var values = await ValuesAsync("indicators=families&period=2024&audience=public");
        var tiles = await TilesAsync("/coverage?chart=families&period=2024&audience=public");
        var hidden = values.Where(value => value.State == "hidden").Select(value => value.Territory).ToList();

        Assert.NotEmpty(hidden);
        Assert.Equal(hidden.Order(StringComparer.Ordinal), tiles.Where(tile => tile.Class == "hidden").Select(tile => tile.Territory).Order(StringComparer.Ordinal));
        Assert.All(tiles.Where(tile => tile.Class == "hidden"), tile =>
        {
            Assert.Equal("—", tile.Number);
            Assert.DoesNotContain("<circle", tile.Markup, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"title>[^<]*\d", tile.Markup);
        });
    }

    [Fact]
    public async Task The_layer_of_the_period_is_drawn_and_a_telephone_has_tiles_instead()
    {
        await using var wide = await chromium.OpenAsync("en");
        await wide.GoAsync(demo.At("/grants?period=2019&language=en"));
        await using var narrow = await chromium.OpenAsync("en", width: 390, script: false);
        await narrow.GoAsync(demo.At("/grants?period=2019&language=en"));

        Assert.Equal(["oskemen", "semey"], await wide.Page.Locator(".map a:has(path)").EvaluateAllAsync<string[]>("all => all.map(one => one.dataset.territory)"));
        await Assertions.Expect(wide.Page.Locator(".map-picture--shapes a:has(rect)")).ToHaveCountAsync(17);
        await Assertions.Expect(wide.Page.GetByText("Boundaries: two squares, CC0")).ToBeVisibleAsync();
        await Assertions.Expect(wide.Page.Locator(".map-picture--tiles")).ToBeHiddenAsync();
        await Assertions.Expect(narrow.Page.Locator(".map-picture--tiles")).ToBeVisibleAsync();
        await Assertions.Expect(narrow.Page.Locator(".map-picture--shapes")).ToBeHiddenAsync();
        await wide.Page.Locator(".map-picture--shapes [data-territory=semey]").FocusAsync();
        Assert.StartsWith("Semey: 77.3", await wide.Page.EvaluateAsync<string>("document.activeElement.getAttribute('aria-label')"), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<(string Territory, string State, decimal? Value)>> ValuesAsync(string question)
    {
        using var answer = JsonDocument.Parse(await PageAsync($"/api/v1/values?{question}"));
        return [.. answer.RootElement.GetProperty("values").EnumerateArray()
            .Select(value => (
                value.GetProperty("territory").GetString()!,
                value.GetProperty("state").GetString()!,
                value.GetProperty("value").ValueKind == JsonValueKind.Null ? (decimal?)null : value.GetProperty("value").GetDecimal()))
            .Where(value => value.Item1 != "vko")];
    }

    private async Task<IReadOnlyList<(string Territory, string Class, string Number, string Markup)>> TilesAsync(string path) =>
        [.. Tile().Matches(await PageAsync(path + "&language=en")).Select(tile => (
            tile.Groups["territory"].Value,
            tile.Groups["class"].Value,
            WebUtility.HtmlDecode(Number().Match(tile.Value).Groups["number"].Value),
            tile.Value))];

    // The public edition is made after the figures are in force.
    private async Task<string> PageAsync(string path)
    {
        for (var attempt = 0; attempt < 120; attempt++)
        {
            using var answer = await demo.Client.GetAsync(path, Token);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(Token);
            }

            await Task.Delay(TimeSpan.FromSeconds(2), Token);
        }

        throw new TimeoutException($"{path} was not published in time.");
    }

    [GeneratedRegex("<a class=\"map-unit map-unit--(?<class>[^\"]+)\"[^>]*data-territory=\"(?<territory>[^\"]+)\".*?</a>", RegexOptions.Singleline)]
    private static partial Regex Tile();

    [GeneratedRegex("class=\"map-number\"[^>]*>(?<number>[^<]*)")]
    private static partial Regex Number();

    [GeneratedRegex("<ul class=\"map-key\".*?</ul>", RegexOptions.Singleline)]
    private static partial Regex Key();
}
