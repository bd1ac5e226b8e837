using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Tables;

/// <summary>The order of a page's territories, from its address.</summary>
public static class TableOrder
{
    /// <summary>The order that the address asks for; null is the official one.</summary>
    public static TerritorySort? Asked(PageQuery query) => query.Sort is { } code ? TerritorySort.Find(code, query.Ascending) : null;

    public static IReadOnlyList<Territory> Of(IndicatorAnswer answer, PageQuery query, Language language) => TerritoryOrder.Of(answer, Asked(query), language);
}
