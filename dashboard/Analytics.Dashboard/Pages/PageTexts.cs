using System.Globalization;
using System.Resources;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages;

/// <summary>
/// Texts of the pages (<c>Texts/*.resx</c>); names of indicators, units and notes are in the warehouse's own. The first word of a key
/// names the file, where it has one of its own; all others are in <c>Pages</c>.
/// </summary>
public static class PageTexts
{
    private static readonly ResourceManager Pages = Of("Pages");

    private static readonly Dictionary<string, ResourceManager> Others = new(StringComparer.Ordinal)
    {
        ["charts"] = Of("Charts"), ["compare"] = Of("Compare"), ["district"] = Of("Districts"), ["map"] = Of("Maps"), ["meeting"] = Of("Meeting"), ["rows"] = Of("Rows"),
    };

    public static string Page(this Language language, string key, params ReadOnlySpan<object?> arguments) =>
        language.Text(Holding(key), key, arguments);

    /// <summary>The text of a key that comes from data and may not be known; null then.</summary>
    public static string? PageOrNull(this Language language, string key) => Holding(key).GetString(key, language.Culture);

    /// <summary>A counted text: see <see cref="Language.Plural(string, long)"/>.</summary>
    public static string PageCount(this Language language, string key, long count) => language.Plural(Holding(key), key, count);

    /// <summary>The state of an absent figure in a word or two, for a cell.</summary>
    public static string ShortName(this Language language, ValueState state) => language.Page($"state.{state.Code()}");

    /// <summary>The year alone, where the months stand in the sub-heading.</summary>
    public static string YearNumber(this Period period) => period.Year.ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>Three letters of a month, for an axis.</summary>
    public static string MonthAbbreviation(this Language language, int month) => language.MonthName(month)[..3];

    /// <summary>The moment in the office's time zone: <c>14.05.2021 09:12</c>.</summary>
    public static string Moment(this Language language, DateTimeOffset moment)
    {
        var local = TimeZoneInfo.ConvertTime(moment, OfficeTimeZone);
        return language.Date(DateOnly.FromDateTime(local.DateTime)) + " " + local.ToString("HH:mm", language.Culture);
    }

    private static ResourceManager Holding(string key) => Others.GetValueOrDefault(key.Split('.')[0], Pages);

    private static ResourceManager Of(string file) => new("Analytics.Dashboard.Texts." + file, typeof(PageTexts).Assembly);

    private static TimeZoneInfo OfficeTimeZone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");
}
