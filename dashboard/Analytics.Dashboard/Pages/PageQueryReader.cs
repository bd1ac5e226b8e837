using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages;

/// <summary>Reads the state of a page from its address. A parameter that is not given has its default; a wrong one is an error, never a default.</summary>
public static class PageQueryReader
{
    /// <summary>The state, or null and the first parameter that is wrong.</summary>
    /// <param name="query">Query string.</param>
    /// <param name="latest">Period shown when none is given.</param>
    /// <param name="wrong">The first wrong parameter.</param>
    public static PageQuery? Read(IQueryCollection query, Period latest, out WrongParameter? wrong)
    {
        WrongParameter? first = null;
        var period = Value("period", code => Period.TryParse(code, out var read) ? read : null, latest, "2020", "2020-06", "2020Q2", "2020-01..06");
        var category = Value<Category?>("category", Enumeration<Category>, Category.All, [.. Codes.All<Category>()]);
        var aid = Value<AidKind?>("aid", Enumeration<AidKind>, AidKind.All, [.. Codes.All<AidKind>()]);
        var boundaries = Value<Boundaries?>("boundaries", Enumeration<Boundaries>, Boundaries.AsReported, [.. Codes.All<Boundaries>()]);
        var incomparable = Value<bool?>("incomparable", code => code switch { "show" => true, "hide" => false, _ => null }, false, "show", "hide");
        var audience = Value<Audience?>("audience", Enumeration<Audience>, Audience.Internal, [.. Codes.All<Audience>()]);
        var density = Value<bool?>("density", code => code switch { "compact" => true, "normal" => false, _ => null }, false, "compact", "normal");
        var isMeeting = Value<bool?>("kiosk", code => code switch { "1" => true, "0" => false, _ => null }, false, "0", "1");
        var ascending = Value<bool?>("order", code => code switch { "asc" => true, "desc" => false, _ => null }, false, "asc", "desc");
        Value("language", Language.Find, Language.Russian, [.. Language.All.Select(language => language.Code)]);
        wrong = first;
        return wrong is null
            ? new PageQuery(period, category!.Value, aid!.Value, boundaries!.Value, incomparable!.Value, Text("sort"), ascending!.Value, Text("chart"))
            {
                Audience = audience!.Value,
                IsDense = density!.Value,
                IsMeeting = isMeeting!.Value,
                Territory = Text("territory"),
                With = Text("with"),
                WithTerritory = Text("with_territory"),
                Tables = Text("tables"),
            }
            : null;

        T Value<T>(string name, Func<string, T?> parse, T whenAbsent, params string[] allowed)
        {
            if (Text(name) is not { } text)
            {
                return whenAbsent;
            }

            if (parse(text) is { } value)
            {
                return value;
            }

            first ??= new WrongParameter(name, text, allowed);
            return whenAbsent;
        }

        string? Text(string name) => query[name].ToString() is { Length: > 0 } text ? text : null;
    }

    /// <summary>The form sends a period in two parts, a year and what is added to it (<c></c>, <c>-06</c>, <c>Q2</c>, <c>-01..06</c>); null when it does not.</summary>
    public static string? PeriodOfForm(IQueryCollection query) => query.ContainsKey("year") ? query["year"].ToString() + query["part"] : null;

    /// <summary>
    /// The form of a comparison sends the other period in two parts too; null when it does not. A part unlike the period's, left in the
    /// form when the period was changed, gives way to the same months: like is compared with like.
    /// </summary>
    public static string? OtherPeriodOfForm(IQueryCollection query, Period period)
    {
        var year = query["with_year"].ToString();
        return year.Length == 0 ? null
            : Period.TryParse(year + query["with_part"], out var other) && other.IsLike(period) ? other.Code
            : year + period.Code[4..];
    }

    private static TEnum? Enumeration<TEnum>(string code) where TEnum : struct, Enum => Codes.TryParse<TEnum>(code, out var value) ? value : null;
}
