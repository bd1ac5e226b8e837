using Analytics.Reports.Texts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Charts;

/// <summary>Texts of figures in pictures.</summary>
internal static class ChartTexts
{
    /// <summary>A figure as a label: money in millions and billions, else as in a table; the state in words when there is none.</summary>
    public static string Label(this Language language, Indicator indicator, Figure figure) => figure.Value switch
    {
        null => language.Name(figure.State),
        { } tenge when indicator.Unit == IndicatorUnit.Tenge => language.ShortMoney(tenge),
        _ => language.Value(indicator, figure),
    };

    /// <summary>The finding: name and the region's figure, with both parts of a rate.</summary>
    public static string Finding(this Language language, Indicator indicator, Figure region)
    {
        var parts = indicator.IsRate && language.Parts(region) is { } text ? $" ({text})" : "";
        var unit = indicator.IsRate || !region.HasValue ? "" : Language.NoBreakSpace + language.UnitName(indicator.Unit);
        return $"{language.Name(indicator)}: {language.Label(indicator, region)}{unit}{parts}";
    }

    public static string? Warning(this Language language, bool demo) => demo ? language.ReportText("subtitle.demo") : null;
}
