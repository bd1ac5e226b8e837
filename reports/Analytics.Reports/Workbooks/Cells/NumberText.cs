using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Workbooks.Cells;

/// <summary>Shows a number as a viewer does by the formats that our cells have: groups of three, decimals, a sign, a quoted unit.</summary>
public static class NumberText
{
    /// <param name="language">Language of the separators.</param>
    /// <param name="number">Number.</param>
    /// <param name="format">Number format of a cell: <c>#,##0.0</c>, <c>0</c>, <c>+#,##0"%";"−"#,##0"%";#,##0"%"</c>.</param>
    public static string Of(Language language, decimal number, string format)
    {
        var sections = format.Split(';');
        var isSigned = sections.Length == 3;
        var section = !isSigned ? format : number > 0 ? sections[0] : number < 0 ? sections[1] : sections[2];
        var first = section.IndexOfAny(['#', '0']);
        var last = section.LastIndexOfAny(['#', '0']);
        var digits = section[first..(last + 1)];
        var decimals = digits.Contains('.', StringComparison.Ordinal) ? digits.Length - digits.IndexOf('.', StringComparison.Ordinal) - 1 : 0;
        var shown = isSigned ? Math.Abs(number) : number;
        var text = digits.Contains(',', StringComparison.Ordinal)
            ? language.Number(shown, decimals)
            : Math.Round(shown, decimals, MidpointRounding.AwayFromZero).ToString("0", System.Globalization.CultureInfo.InvariantCulture);
        if (digits.EndsWith(".######", StringComparison.Ordinal))
        {
            text = text.TrimEnd('0').TrimEnd('.', ',');
        }

        return Unquoted(section[..first]) + text + Unquoted(section[(last + 1)..]);
    }

    private static string Unquoted(string text) => text.Replace("\"", "", StringComparison.Ordinal);
}
