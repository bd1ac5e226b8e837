using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Workbooks.Cells;

/// <summary>The formulas of a pack. Where a part is absent (a word, not a number) they show a dash.</summary>
internal static class Formulas
{
    private const string Absent = "\"" + IndicatorTexts.Absent + "\"";

    /// <summary>Numerator ÷ denominator × factor.</summary>
    public static string Ratio(string numerator, string denominator, int factor) =>
        factor == 1 ? $"IFERROR({numerator}/{denominator},{Absent})" : $"IFERROR({numerator}/{denominator}*{factor},{Absent})";

    /// <summary>This minus the other.</summary>
    public static string Difference(string current, string other) => $"IFERROR({current}-{other},{Absent})";

    /// <summary>Change in percent of the other, when that is above zero and no handful.</summary>
    public static string PercentChange(string current, string other, int leastBase) =>
        $"IFERROR(IF({other}{(leastBase > 0 ? $">={leastBase}" : ">0")},({current}-{other})/{other}*100,{Absent}),{Absent})";

    public static string Sum(string first, string last) => $"SUM({first}:{last})";

    /// <summary>The change that a page shows beside the figure: points for rates, else percent.</summary>
    public static string RelativeChange(Indicator indicator, string current, string other) =>
        indicator.IsRate ? Difference(current, other) : PercentChange(current, other, Change.LeastBase(indicator));
}
