using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Pages.Tables;

/// <summary>The order of a page's territories, from its address.</summary>
public static class TableOrder
{
    public static IReadOnlyList<Territory> Of(IndicatorAnswer answer, PageQuery query) =>
        TerritoryOrder.Of(answer, query.Sort is null ? null : IndicatorCatalogue.Get(query.Sort), query.Ascending);
}
