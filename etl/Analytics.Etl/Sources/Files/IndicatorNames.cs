using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Etl.Sources.Files;

/// <summary>Finds an indicator by its code or a name in any of the three languages; a name that two bear finds none.</summary>
internal static class IndicatorNames
{
    private static readonly Dictionary<string, Indicator> ByName = IndicatorCatalogue.All
        .SelectMany(indicator => Language.All.SelectMany(language => new[] { language.Name(indicator), language.ShortName(indicator) }).Append(indicator.Code)
            .Select(name => (Name: Spelling.Fold(name), Indicator: indicator)))
        .GroupBy(named => named.Name)
        .Where(named => named.Select(one => one.Indicator).Distinct().Count() == 1)
        .ToDictionary(named => named.Key, named => named.First().Indicator, StringComparer.Ordinal);

    public static Indicator? Find(string text) => ByName.GetValueOrDefault(Spelling.Fold(text));
}
