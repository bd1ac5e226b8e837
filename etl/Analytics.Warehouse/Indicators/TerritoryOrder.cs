using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Texts;

namespace Analytics.Warehouse.Indicators;

/// <summary>The order of territories on page, picture and workbook: the region first, then the official order, that of an indicator or the alphabet; absent figures last.</summary>
public static class TerritoryOrder
{
    /// <param name="answer">Answer that holds the indicator.</param>
    /// <param name="sort">What orders the territories; null is the official order.</param>
    /// <param name="language">Language of the alphabet: Kazakh has letters of its own between the Russian ones.</param>
    public static IReadOnlyList<Territory> Of(IndicatorAnswer answer, TerritorySort? sort, Language language)
    {
        var territories = answer.Query.Territories;
        if (sort is null)
        {
            return territories;
        }

        var regionFirst = territories.OrderBy(territory => territory.Kind != TerritoryKind.Region);
        if (sort.By is not { } indicator)
        {
            var alphabet = StringComparer.Create(language.Culture, ignoreCase: true);
            string Name(Territory territory) => answer.Name(territory, language);
            return [.. sort.Ascending ? regionFirst.ThenBy(Name, alphabet) : regionFirst.ThenByDescending(Name, alphabet)];
        }

        decimal? Value(Territory territory) => answer[indicator, territory].Figure.Value;
        var sign = sort.Ascending ? 1 : -1;
        return [.. regionFirst.ThenBy(territory => Value(territory) is null).ThenBy(territory => Value(territory) * sign)];
    }
}
