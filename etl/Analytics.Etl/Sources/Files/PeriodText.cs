using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Etl.Sources.Files;

/// <summary>Days, months and years as people write them in Kazakh, Russian and English.</summary>
/// <param name="FirstDay">The day, or the first day of the month or year.</param>
/// <param name="Span">How long it lasts.</param>
internal readonly partial record struct PeriodText(DateOnly FirstDay, PeriodSpan Span)
{
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "dd.MM.yyyy", "d.M.yyyy", "dd/MM/yyyy", "d/M/yyyy", "yyyy.MM.dd", "dd-MM-yyyy", "yyyy-MM-dd HH:mm:ss", "dd.MM.yyyy HH:mm:ss", "dd.MM.yyyy H:mm"];
    private static readonly string[] MonthFormats = ["yyyy-MM", "MM.yyyy", "M.yyyy", "MM/yyyy", "yyyy.MM", "yyyy/MM"];

    // How the word for a month begins, folded: Russian, Kazakh and English, and their short forms.
    private static readonly string[][] Months =
    [
        ["январ", "кантар", "january", "янв", "кан", "jan"],
        ["феврал", "акпан", "february", "фев", "акп", "feb"],
        ["март", "наурыз", "march", "мар", "нау", "mar"],
        ["апрел", "сауир", "april", "апр", "сау", "apr"],
        ["май", "мамыр", "may", "мая", "мае", "мам"],
        ["июнь", "июня", "июне", "маусым", "june", "июн", "мау", "jun"],
        ["июль", "июля", "июле", "шилде", "july", "июл", "шил", "jul"],
        ["август", "тамыз", "august", "авг", "там", "aug"],
        ["сентябр", "кыркуиек", "кыркуйек", "september", "сен", "кыр", "sep", "sept"],
        ["октябр", "казан", "october", "окт", "каз", "oct"],
        ["ноябр", "караша", "november", "ноя", "кар", "nov"],
        ["декабр", "желтоксан", "december", "дек", "жел", "dec"],
    ];

    // Words that may stand beside a month.
    private static readonly HashSet<string> Fillers = new(StringComparer.Ordinal)
    {
        "г", "год", "года", "году", "ж", "жыл", "жылгы", "жылы", "жылдын", "ай", "айы", "айында", "айынын", "за", "в", "на", "месяц", "month", "of", "year", "ушин",
    };

    /// <summary>Reads a cell that holds nothing else; null when it is no period.</summary>
    public static PeriodText? Parse(string text)
    {
        var trimmed = text.Trim().Replace(' ', ' ');
        if (DateOnly.TryParseExact(trimmed, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || (DateTime.TryParseExact(trimmed, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant) && (day = DateOnly.FromDateTime(instant)) != default))
        {
            return new PeriodText(day, PeriodSpan.Day);
        }

        if (DateOnly.TryParseExact(trimmed, MonthFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return new PeriodText(month, PeriodSpan.Month);
        }

        var words = Spelling.Words(trimmed);
        return words.All(word => Fillers.Contains(word) || MonthOf(word) > 0 || YearOf(word) > 0 || DayOf(word) > 0) ? FromWords(words, isWhole: true) : null;
    }

    /// <summary>The period that a title or a file's name tells; null when it tells none or more than one.</summary>
    public static PeriodText? Within(string text)
    {
        var found = DayWithin().Matches(text).Select(match => Parse(match.Value))
            .Concat(MonthWithin().Matches(DayWithin().Replace(text, " ")).Select(match => Parse(match.Value.Replace('_', '.').Replace('-', '.').Replace(' ', '.'))))
            .Where(period => period is not null)
            .ToList();
        if (found.Count == 0 && FromWords(Spelling.Words(text), isWhole: false) is { } told)
        {
            return told;
        }

        return found.Distinct().Count() == 1 ? found[0] : null;
    }

    private static PeriodText? FromWords(string[] words, bool isWhole)
    {
        var months = words.Select(MonthOf).Where(month => month > 0).Distinct().ToList();
        var years = words.Select(YearOf).Where(year => year > 0).Distinct().ToList();
        if (years.Count == 0 && isWhole && months.Count == 1 && words is [_, { Length: 2 } two] && int.TryParse(two, NumberStyles.None, CultureInfo.InvariantCulture, out var shortYear))
        {
            return new PeriodText(new DateOnly(2000 + shortYear, months[0], 1), PeriodSpan.Month);
        }

        if (years.Count != 1 || months.Count > 1)
        {
            return null;
        }

        // A day stands beside its month; other numbers of a title are none.
        var at = months.Count == 1 ? Array.FindIndex(words, word => MonthOf(word) > 0) : -1;
        var day = at < 0 ? 0 : Math.Max(at > 0 ? DayOf(words[at - 1]) : 0, at + 1 < words.Length ? DayOf(words[at + 1]) : 0);
        return (months.Count, day) switch
        {
            (0, _) when isWhole && words.Any(word => DayOf(word) > 0) => null,
            (0, _) => new PeriodText(new DateOnly(years[0], 1, 1), PeriodSpan.Year),
            (1, 0) => new PeriodText(new DateOnly(years[0], months[0], 1), PeriodSpan.Month),
            _ when day <= DateTime.DaysInMonth(years[0], months[0]) => new PeriodText(new DateOnly(years[0], months[0], day), PeriodSpan.Day),
            _ => null,
        };
    }

    private static int MonthOf(string word)
    {
        for (var month = 0; month < Months.Length; month++)
        {
            if (Months[month].Any(name => word == name || (name.Length >= 4 && word.StartsWith(name, StringComparison.Ordinal) && word.Length <= name.Length + 4)))
            {
                return month + 1;
            }
        }

        return 0;
    }

    private static int YearOf(string word) =>
        word.Length == 4 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2110 ? year : 0;

    private static int DayOf(string word) =>
        word.Length <= 2 && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : 0;

    [GeneratedRegex(@"(?<!\d)(?:\d{1,2}\.\d{1,2}\.20\d{2}|20\d{2}-\d{2}-\d{2})(?!\d)")]
    private static partial Regex DayWithin();

    [GeneratedRegex(@"(?<!\d)(?:20\d{2}[-._ ](?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])[-._ ]20\d{2})(?!\d)")]
    private static partial Regex MonthWithin();
}
