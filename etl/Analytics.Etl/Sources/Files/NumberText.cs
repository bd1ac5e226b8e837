using System.Globalization;

namespace Analytics.Etl.Sources.Files;

/// <summary>Numbers as people type them: <c>1 234,50</c>, <c>1 234.50 тг</c>, <c>1,234,567.00</c>, <c>−5</c>.</summary>
internal static class NumberText
{
    private static readonly string[] Currencies = ["тенге", "теңге", "тг.", "тг", "₸", "kzt"];

    /// <summary>True for what people write where there is no value: nothing, or a dash.</summary>
    public static bool IsAbsent(string text) => text.AsSpan().Trim() is "" or "-" or "–" or "—";

    /// <summary>The number, or null when the text is none. One separator alone is decimal; groups of thousands have three digits each.</summary>
    public static decimal? Parse(string text)
    {
        var rest = text.Trim().ToLowerInvariant();
        if (Array.Find(Currencies, rest.EndsWith) is { } currency)
        {
            rest = rest[..^currency.Length].TrimEnd();
        }

        var isNegative = rest.Length > 0 && rest[0] is '-' or '−' or '–';
        rest = isNegative ? rest[1..].TrimStart() : rest.TrimStart('+');
        if (rest.Length == 0 || !char.IsAsciiDigit(rest[0]) || !char.IsAsciiDigit(rest[^1]))
        {
            return null;
        }

        var dividers = rest.Where(letter => !char.IsAsciiDigit(letter)).Select(letter => char.IsWhiteSpace(letter) || letter is '\'' or '’' ? ' ' : letter).ToArray();
        if (dividers.Any(letter => letter is not (' ' or ',' or '.')))
        {
            return null;
        }

        // The last of several signs is the decimal one when it stands there once and is not a space.
        var hasFraction = dividers.Length > 0 && dividers[^1] != ' ' && dividers.Count(letter => letter == dividers[^1]) == 1;
        var decimalAt = hasFraction ? rest.LastIndexOf(dividers[^1]) : rest.Length;
        var groups = rest[..decimalAt].Split([.. rest[..decimalAt].Where(letter => !char.IsAsciiDigit(letter)).Distinct()]);
        var sameDivider = dividers.Take(groups.Length - 1).Distinct().Count() <= 1;
        if (!sameDivider || (groups.Length > 1 && (groups[0].Length > 3 || groups.Skip(1).Any(group => group.Length != 3))))
        {
            return null;
        }

        var plain = string.Concat(groups) + (hasFraction ? "." + rest[(decimalAt + 1)..] : "");
        return plain.Length <= 28 && decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            ? isNegative ? -number : number
            : null;
    }
}
