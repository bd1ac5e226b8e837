using Analytics.Warehouse.Indicators;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Cells;

/// <summary>The look of a workbook's cells: one font with Kazakh letters, three sizes, hairlines only.</summary>
internal static class CellStyles
{
    public const string FontName = "Arial";
    public const double TitleSize = 14;
    public const double TextSize = 10;
    public const double SmallSize = 8;

    public static readonly XLColor Text = XLColor.FromHtml(Theme.Light.Text);
    public static readonly XLColor Muted = XLColor.FromHtml(Theme.Light.Muted);
    public static readonly XLColor Accent = XLColor.FromHtml(Theme.Light.AccentText);
    public static readonly XLColor Warning = XLColor.FromHtml(Theme.Light.Warning);

    /// <summary>Bars within cells.</summary>
    public static readonly XLColor Bar = XLColor.FromHtml(Theme.Light.FarPast);

    private static readonly XLColor Hairline = XLColor.FromHtml(Theme.Light.Hairline);
    private static readonly XLColor Wash = XLColor.FromHtml(Theme.Light.Wash);

    /// <summary>Number format of an indicator's value: groups of three, and decimals as shown on the page.</summary>
    public static string Format(this Indicator indicator) => indicator.Decimals == 0 ? "#,##0" : "#,##0." + new string('0', indicator.Decimals);

    /// <summary>Number format of a change, with its sign; <paramref name="suffix"/> is printed after the number.</summary>
    public static string ChangeFormat(int decimals, string suffix = "")
    {
        var number = decimals == 0 ? "#,##0" : "#,##0." + new string('0', decimals);
        var unit = suffix.Length == 0 ? "" : $"\"{suffix}\"";
        return $"+{number}{unit};\"\u2212\"{number}{unit};{number}{unit}";
    }

    /// <summary>A table's head: wrapped, muted, a line of the accent under it.</summary>
    public static void Head(this IXLRange range)
    {
        range.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Bottom);
        range.Style.Font.SetFontColor(CellStyles.Accent).Font.SetBold();
        range.LastRow().Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(Accent);
    }

    /// <summary>A row of a table: a hairline under it.</summary>
    public static void Row(this IXLRange range) =>
        range.Style.Border.SetBottomBorder(XLBorderStyleValues.Hair).Border.SetBottomBorderColor(Hairline);

    /// <summary>The row of the region: bold on a light ground.</summary>
    public static void RegionRow(this IXLRange range)
    {
        range.Style.Fill.SetBackgroundColor(Wash);
        range.Style.Font.SetBold();
    }

    /// <summary>Parts of rates: second rank.</summary>
    public static void Second(this IXLCell cell) => cell.Style.Font.SetFontColor(Muted).Font.SetBold(false);

    /// <summary>A hairline at the left: a new group of columns begins.</summary>
    public static void GroupBegins(this IXLRange range) =>
        range.Style.Border.SetLeftBorder(XLBorderStyleValues.Hair).Border.SetLeftBorderColor(Hairline);
}
