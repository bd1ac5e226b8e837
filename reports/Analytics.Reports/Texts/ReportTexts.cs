using System.Resources;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Texts;

/// <summary>Texts that only workbooks and charts need (<c>Texts/Reports*.resx</c>).</summary>
internal static class ReportTexts
{
    private static readonly ResourceManager Reports = new("Analytics.Reports.Texts.Reports", typeof(ReportTexts).Assembly);

    public static string ReportText(this Language language, string key, params ReadOnlySpan<object?> arguments) => language.Text(Reports, key, arguments);

    /// <summary>Name of a measure: that of the indicator that shows it, or its own when no indicator does.</summary>
    public static string Name(this Language language, Measure measure) => IndicatorCatalogue.Find(measure.Name) is { } indicator
        ? language.Name(indicator)
        : language.ReportText($"measure.{measure.Name}");

    /// <summary>The same, short enough for a column's head.</summary>
    public static string ShortName(this Language language, Measure measure) => IndicatorCatalogue.Find(measure.Name) is { } indicator
        ? language.ShortName(indicator)
        : language.ReportText($"measure.{measure.Name}");

    public static string Name(this Language language, Direction direction) => language.ReportText($"direction.{direction.Code()}");
}
