using Analytics.Warehouse.Dimensions;

namespace Analytics.Warehouse.Indicators;

/// <summary>The order of territories on page, picture and workbook: the region first, then the official order or that of an indicator; absent figures last.</summary>
public static class TerritoryOrder
{
    /// <param name="answer">Answer that holds the indicator.</param>
    /// <param name="by">Indicator that orders the territories, or null for the official order.</param>
    /// <param name="ascending">Smallest first.</param>
    public static IReadOnlyList<Territory> Of(IndicatorAnswer answer, Indicator? by, bool ascending)
    {
        var territories = answer.Query.Territories;
        if (by is null)
        {
            return territories;
        }

        decimal? Value(Territory territory) => answer[by, territory].Figure.Value;
        var sign = ascending ? 1 : -1;
        return [.. territories
            .OrderBy(territory => territory.Kind != TerritoryKind.Region)
            .ThenBy(territory => Value(territory) is null)
            .ThenBy(territory => Value(territory) * sign)];
    }
}
