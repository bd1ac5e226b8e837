using Microsoft.Playwright;

namespace Analytics.EndToEndTests.Figures;

/// <summary>Reads a page's table of figures as a person does: by the heads of its columns.</summary>
public static class FigureTable
{
    /// <summary>The region's number of an indicator.</summary>
    public static async Task<string> RegionAsync(IPage page, string indicator) =>
        await Cells(page, "tr.region", await ColumnAsync(page, indicator)).Locator(".number").InnerTextAsync();

    /// <summary>A district's cell of an indicator, found by the district's link.</summary>
    public static async Task<ILocator> CellAsync(IPage page, string indicator, string district) =>
        Cells(page, $"tr:has(a[href*='/districts/{district}?'])", await ColumnAsync(page, indicator));

    /// <summary>The numbers of an indicator by district, in the table's order.</summary>
    public static async Task<IReadOnlyList<string>> DistrictsAsync(IPage page, string indicator) =>
        await Cells(page, "tr:not(.region)", await ColumnAsync(page, indicator)).Locator(".number").AllInnerTextsAsync();

    /// <summary>The head by which the table is ordered after an indicator.</summary>
    public static ILocator Head(IPage page, string indicator) => page.Locator($"table.figures thead a[href*='sort={indicator}&']");

    private static ILocator Cells(IPage page, string row, int column) => page.Locator($"table.figures tbody {row} td:nth-of-type({column})");

    // Each column of the board is a pair: the figure, and what it is compared with.
    private static async Task<int> ColumnAsync(IPage page, string indicator)
    {
        var heads = page.Locator("table.figures thead tr:first-child th:not(.territory)");
        var position = 0;
        foreach (var head in await heads.AllAsync())
        {
            if (await head.Locator($"a[href*='sort={indicator}&']").CountAsync() == 1)
            {
                return position + 1;
            }

            position += int.Parse(await head.GetAttributeAsync("colspan") ?? "1", System.Globalization.CultureInfo.InvariantCulture);
        }

        throw new ArgumentException($"The page has no column of {indicator}.", nameof(indicator));
    }
}
