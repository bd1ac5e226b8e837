using System.Globalization;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Api;

/// <summary>Reads questions from the text of addresses and command lines; what is wrong is named, with what it may be.</summary>
public static class QueryText
{
    /// <summary>The question behind <c>/api/v1/values</c> and <c>analytics values</c>. Without territories: the region and its units.</summary>
    /// <exception cref="WrongQueryException">A parameter is missing or wrong.</exception>
    public static IndicatorQuery Values(
        string? indicators,
        string? period,
        string? territories,
        string? compare,
        string? boundaries,
        string? category,
        string? aid,
        string? publication = null,
        string? incomparable = null,
        string? audience = null)
    {
        var read = Period(period);
        var (comparisons, others) = Compared(compare, read);
        var query = new IndicatorQuery(
            string.IsNullOrEmpty(indicators) ? throw new WrongQueryException("indicators", $"indicators is missing. Known: {KnownIndicators}.") : [.. List(indicators).Select(Indicator)],
            [],
            read)
        {
            Comparisons = comparisons,
            ComparedWith = others,
            ShowsIncomparable = Show(incomparable),
            Boundaries = Boundaries(boundaries),
            Category = string.IsNullOrEmpty(category) ? Category.All : Code<Category>("category", category),
            Aid = string.IsNullOrEmpty(aid) ? AidKind.All : Code<AidKind>("aid", aid),
            Audience = Audience(audience),
            Publication = string.IsNullOrEmpty(publication) ? null : Number("publication", publication),
        };
        return query with
        {
            Territories = string.IsNullOrEmpty(territories) ? AskedTerritories.Of(Territories.Shipped, query.Boundaries, query.Periods) : [.. List(territories).Select(Territory)],
        };
    }

    /// <summary>Boundaries by their code; of the day when the text is empty.</summary>
    public static Boundaries Boundaries(string? text) => string.IsNullOrEmpty(text) ? Warehouse.Indicators.Boundaries.AsReported : Code<Boundaries>("boundaries", text);

    /// <summary>True for <c>show</c>: changes are wanted even where the two sides are not comparable.</summary>
    public static bool Show(string? text) => text switch
    {
        null or "" or "hide" => false,
        "show" => true,
        _ => throw new WrongQueryException("incomparable", $"incomparable is {Shown(text)}. It may be: hide, show."),
    };

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

    // Each word is last_year, previous, target, or the code of a period like the one asked for.
    private static (HashSet<Comparison> Comparisons, IReadOnlyList<Period> Others) Compared(string? text, Period period)
    {
        var comparisons = new HashSet<Comparison>();
        var others = new List<Period>();
        foreach (var word in List(text ?? ""))
        {
            if (!Warehouse.Indicators.Period.TryParse(word, out var other))
            {
                comparisons.Add(Codes.TryParse<Comparison>(word, out var comparison)
                    ? comparison
                    : throw new WrongQueryException("compare", $"compare is {Shown(word)}. It may be: {string.Join(", ", Codes.All<Comparison>())}, or a period like the one asked for, such as {period.LastYear.Code}."));
                continue;
            }

            others.Add(other.IsLike(period)
                ? other
                : throw new WrongQueryException("compare", $"compare is {Shown(word)}, which is not as long as {period.Code}. Like is compared with like: {(period with { Year = other.Year }).Code}."));
        }

        return (comparisons, others);
    }

    /// <summary>A whole number that is not negative.</summary>
    public static long Number(string parameter, string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new WrongQueryException(parameter, $"{parameter} is {Shown(text)}. Write its number.");

    private static string[] List(string text) => [.. text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    // What a stranger sent is shown shortened and without control characters.
    private static string Shown(string? text) => string.IsNullOrEmpty(text)
        ? "missing"
        : $"\"{new string([.. text.Take(40).Where(letter => !char.IsControl(letter))])}\"";
}
