using System.Globalization;
using System.Resources;

namespace Analytics.Warehouse.Texts;

/// <summary>
/// One of the three languages with its culture. Number and date formats are pinned here, not taken from the machine's ICU,
/// so that page, chart and workbook look the same on every machine.
/// </summary>
public sealed class Language
{
    /// <summary>No-break space: groups of digits in Russian and Kazakh, and between a number and its unit.</summary>
    public const string NoBreakSpace = "\u00A0";

    private static readonly ResourceManager Shared = new("Analytics.Warehouse.Texts.Shared", typeof(Language).Assembly);

    private Language(string code, string cultureName, string nativeName, string groupSeparator, string decimalSeparator, string percentSuffix, string shortDate)
    {
        Code = code;
        NativeName = nativeName;
        PercentSuffix = percentSuffix;
        ShortDateFormat = shortDate;
        var culture = (CultureInfo)CultureInfo.GetCultureInfo(cultureName).Clone();
        culture.NumberFormat.NumberGroupSeparator = groupSeparator;
        culture.NumberFormat.NumberDecimalSeparator = decimalSeparator;
        culture.NumberFormat.NumberGroupSizes = [3];
        culture.NumberFormat.NegativeSign = "\u2212";
        culture.DateTimeFormat.ShortDatePattern = shortDate;
        Culture = CultureInfo.ReadOnly(culture);
    }

    public static Language Kazakh { get; } = new("kk", "kk-KZ", "Қазақша", NoBreakSpace, ",", "%", "dd.MM.yyyy");

    public static Language Russian { get; } = new("ru", "ru-KZ", "Русский", NoBreakSpace, ",", NoBreakSpace + "%", "dd.MM.yyyy");

    public static Language English { get; } = new("en", "en-GB", "English", ",", ".", "%", "dd/MM/yyyy");

    /// <summary>All languages in the order in which they are offered.</summary>
    public static IReadOnlyList<Language> All { get; } = [Kazakh, Russian, English];

    /// <summary><c>kk</c>, <c>ru</c> or <c>en</c>.</summary>
    public string Code { get; }

    public string NativeName { get; }

    public CultureInfo Culture { get; }

    /// <summary>What follows a percentage: with a no-break space in Russian, without one in Kazakh and English.</summary>
    public string PercentSuffix { get; }

    public string ShortDateFormat { get; }

    public static Language? Find(string? code) => All.FirstOrDefault(language => language.Code == code);

    /// <summary>A text of the shared resources (<c>Texts/Shared*.resx</c>); a missing key is an error, never an empty place.</summary>
    public string Text(string key, params ReadOnlySpan<object?> arguments) => Text(Shared, key, arguments);

    /// <summary>A text of another project's resources.</summary>
    public string Text(ResourceManager resources, string key, params ReadOnlySpan<object?> arguments)
    {
        var text = resources.GetString(key, Culture) ?? throw new KeyNotFoundException($"There is no text {key} in {resources.BaseName}.");
        return arguments.IsEmpty ? text : string.Format(Culture, text, arguments);
    }

    /// <summary>
    /// A counted text: the resource holds forms divided by <c>|</c>: one|few|many in Russian, one|other in English, one form in Kazakh.
    /// <c>{0}</c> is the formatted number.
    /// </summary>
    public string Plural(string key, long count) => Plural(Shared, key, count);

    public string Plural(ResourceManager resources, string key, long count)
    {
        var forms = Text(resources, key).Split('|');
        return string.Format(Culture, forms[Math.Min(PluralForm(Math.Abs(count)), forms.Length - 1)], count.ToString("N0", Culture));
    }

    public override string ToString() => Code;

    private int PluralForm(long count) => Code switch
    {
        "ru" when count % 10 == 1 && count % 100 != 11 => 0,
        "ru" when count % 10 is >= 2 and <= 4 && count % 100 is < 12 or > 14 => 1,
        "ru" => 2,
        "en" => count == 1 ? 0 : 1,
        _ => 0,
    };
}
