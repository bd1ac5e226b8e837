using System.Globalization;
using System.Resources;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;

namespace Analytics.Warehouse.Texts;

/// <summary>Texts of forecasts and explanations (<c>Texts/Analysis*.resx</c>), and the names of measures, which they share.</summary>
public static class AnalysisTexts
{
    private static readonly ResourceManager Analysis = new("Analytics.Warehouse.Texts.Analysis", typeof(AnalysisTexts).Assembly);

    /// <summary>Name of a measure: that of the indicator that shows it, or its own when no indicator does.</summary>
    public static string Name(this Language language, Measure measure) => IndicatorCatalogue.Find(measure.Name) is { } indicator
        ? language.Name(indicator)
        : language.AnalysisText($"measure.{measure.Name}");

    internal static string AnalysisText(this Language language, string key, params ReadOnlySpan<object?> arguments) => language.Text(Analysis, key, arguments);

    internal static string AnalysisPlural(this Language language, string key, long count) => language.Plural(Analysis, key, count);

    /// <summary>A value in a sentence: <c>1 520</c>, <c>4,70 млрд ₸</c>, <c>82,5 %</c>.</summary>
    internal static string InSentence(this Language language, Indicator indicator, decimal value) => indicator switch
    {
        { Unit: IndicatorUnit.Tenge, Denominator: null } => language.ShortMoney(value) + Language.NoBreakSpace + language.UnitName(IndicatorUnit.Tenge),
        { Unit: IndicatorUnit.Tenge } => language.Number(indicator.Shown(value), indicator.Decimals) + Language.NoBreakSpace + language.UnitName(IndicatorUnit.Tenge),
        _ => language.Number(indicator.Shown(value), indicator.Decimals) + (indicator.IsRate ? language.PercentSuffix : ""),
    };

    /// <summary>By how much something changed, without sign, after "by": <c>2 169 семей</c>, <c>3,4 п. п.</c>, <c>1,20 млрд ₸</c>.</summary>
    internal static string ByHowMuch(this Language language, Indicator indicator, decimal change)
    {
        var size = Math.Abs(change);
        return indicator switch
        {
            { IsRate: true } => language.Number(size, Math.Max(1, indicator.Decimals)) + Language.NoBreakSpace + language.Text("unit.points"),
            { Unit: IndicatorUnit.Tenge } => language.InSentence(indicator, size),
            _ => language.Plural(Analysis, "count." + indicator.Unit.Code(), (long)size),
        };
    }

    /// <summary>A share in whole percent.</summary>
    internal static string WholePercent(this Language language, decimal percent) => language.Number(percent, 0) + language.PercentSuffix;

    /// <summary>Names one after another: <c>Усть-Каменогорск, Риддер и Уланский район</c>.</summary>
    internal static string List(this Language language, IReadOnlyList<string> names) => names.Count < 2
        ? string.Concat(names)
        : string.Join(", ", names.SkipLast(1)) + string.Create(CultureInfo.InvariantCulture, $" {language.AnalysisText("and")} ") + names[^1];
}
