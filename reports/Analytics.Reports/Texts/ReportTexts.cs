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

    /// <summary>Name of a measure short enough for a column's head.</summary>
    public static string ShortName(this Language language, Measure measure) => IndicatorCatalogue.Find(measure.Name) is { } indicator
        ? language.ShortName(indicator)
        : language.Name(measure);

    /// <summary>A head with its unit after a comma, unless the name already has the unit's word: <c>Одобрено, заявок</c>, <c>Заявки на гранты</c>.</summary>
    public static string WithUnit(this Language language, string name, IndicatorUnit unit)
    {
        var word = language.UnitName(unit);
        var stem = word[..Math.Min(3, word.Length)];
        var told = stem.Length == 3 && name.Split(' ', '-').Any(part => part.StartsWith(stem, StringComparison.OrdinalIgnoreCase));
        return told ? name : $"{name}, {word}";
    }

    public static string Name(this Language language, Direction direction) => language.ReportText($"direction.{direction.Code()}");
}
