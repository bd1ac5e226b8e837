using System.Globalization;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Api;

/// <summary>Reads questions from the text of addresses and command lines; what is wrong is named, with what it may be.</summary>
public static class QueryText
{
    /// <summary>The question behind <c>/api/v1/values</c> and <c>analytics values</c>. Without territories: the region and its units of the period.</summary>
    /// <exception cref="WrongQueryException">A parameter is missing or wrong.</exception>
    public static IndicatorQuery Values(
        string? indicators, string? period, string? territories, string? compare, string? boundaries, string? category, string? aid, string? publication = null, string? audience = null)
    {
        var read = Period(period);
        return new IndicatorQuery(
            string.IsNullOrEmpty(indicators) ? throw new WrongQueryException("indicators", $"indicators is missing. Known: {KnownIndicators}.") : [.. List(indicators).Select(Indicator)],
            string.IsNullOrEmpty(territories) ? Territories.Shipped.During(read.FirstDay, read.LastDay) : [.. List(territories).Select(Territory)],
            read)
        {
            Comparisons = string.IsNullOrEmpty(compare) ? new HashSet<Comparison>() : List(compare).Select(code => Code<Comparison>("compare", code)).ToHashSet(),
            Boundaries = AsReported(boundaries),
            Category = string.IsNullOrEmpty(category) ? Category.All : Code<Category>("category", category),
            Aid = string.IsNullOrEmpty(aid) ? AidKind.All : Code<AidKind>("aid", aid),
            Audience = Audience(audience),
            Publication = string.IsNullOrEmpty(publication) ? null : Number("publication", publication),
        };
    }

    /// <summary>For whom; the office when the text is empty.</summary>
    /// <exception cref="WrongQueryException">It is no audience.</exception>
    public static Audience Audience(string? text) => string.IsNullOrEmpty(text) ? Warehouse.Indicators.Audience.Internal : Code<Audience>("audience", text);

    /// <exception cref="WrongQueryException">It is no period.</exception>
    public static Period Period(string? text) => Warehouse.Indicators.Period.TryParse(text, out var period)
        ? period
        : throw new WrongQueryException("period", $"period is {Shown(text)}. Write a year 2020, a month 2020-06, a quarter 2020Q2, or January to a month 2020-01..06, within 2000 to 2100.");

    public static Indicator Indicator(string code) => IndicatorCatalogue.Find(code)
        ?? throw new WrongQueryException("indicators", $"There is no indicator {Shown(code)}. Known: {KnownIndicators}.");

    public static Territory Territory(string slug) => Territories.Shipped.Find(slug)
        ?? throw new WrongQueryException("territories", $"There is no territory {Shown(slug)}. Known: {string.Join(", ", Territories.Shipped.All.Select(territory => territory.Slug))}.");

    /// <summary>A day, or null when the text is empty.</summary>
    public static DateOnly? Day(string parameter, string? text) => string.IsNullOrEmpty(text)
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new WrongQueryException(parameter, $"{parameter} is {Shown(text)}. Write a day as 2021-01-31.");

    /// <summary>First day of a month, or null when the text is empty.</summary>
    public static DateOnly? Month(string parameter, string? text) => string.IsNullOrEmpty(text)
        ? null
        : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 2000 and <= 2100
            ? month
            : throw new WrongQueryException(parameter, $"{parameter} is {Shown(text)}. Write a month as 2021-01.");

    public static TEnum Code<TEnum>(string parameter, string? text) where TEnum : struct, Enum => Codes.TryParse<TEnum>(text, out var value)
        ? value
        : throw new WrongQueryException(parameter, $"{parameter} is {Shown(text)}. It may be: {string.Join(", ", Codes.All<TEnum>())}.");

    private static string KnownIndicators => string.Join(", ", IndicatorCatalogue.All.Select(indicator => indicator.Code));

    private static Boundaries AsReported(string? text)
    {
        var boundaries = string.IsNullOrEmpty(text) ? Boundaries.AsReported : Code<Boundaries>("boundaries", text);
        return boundaries == Boundaries.AsReported
            ? boundaries
            : throw new WrongQueryException("boundaries", $"boundaries is {text}. Figures are published on the boundaries of their day only: as_reported.");
    }

    private static long Number(string parameter, string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new WrongQueryException(parameter, $"{parameter} is {Shown(text)}. Write its number.");

    private static string[] List(string text) => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    // What a stranger sent is shown shortened and without control characters.
    private static string Shown(string? text) => string.IsNullOrEmpty(text)
        ? "missing"
        : $"\"{new string([.. text.Take(40).Where(letter => !char.IsControl(letter))])}\"";
}
