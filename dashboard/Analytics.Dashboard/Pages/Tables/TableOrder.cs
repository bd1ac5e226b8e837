using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Pages.Tables;

/// <summary>The order of a table's rows: the region first, then the official order or that of an indicator; absent figures last.</summary>
public static class TableOrder
{
    public static IReadOnlyList<Territory> Of(IndicatorAnswer answer, PageQuery query)
    {
        var territories = answer.Query.Territories;
        if (query.Sort is null)
        {
            return territories;
        }

        var indicator = IndicatorCatalogue.Get(query.Sort);
        decimal? Value(Territory territory) => answer[indicator, territory].Figure.Value;
        var sign = query.Ascending ? 1 : -1;
        return [.. territories
            .OrderBy(territory => territory.Kind != TerritoryKind.Region)
            .ThenBy(territory => Value(territory) is null)
            .ThenBy(territory => Value(territory) * sign)];
    }
}
