using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Pages.Maps;

/// <summary>The figures from which a map's classes come: of all districts that ever were, in the same months of all years, as their readers may see them.</summary>
public static class MapFigures
{
    /// <summary>
    /// The question. It stands on boundaries of the day whatever the page asks for, so that a colour means the same on all boundaries, too.
    /// </summary>
    public static IndicatorQuery Of(PageRequest request, Indicator indicator)
    {
        var period = request.Query.Period;
        List<Period> others = [.. LoadedMonths.Years(request.Publication).Where(year => year != period.Year).Select(year => period with { Year = year })];
        var districts = Territories.Shipped.All.Where(territory => territory.Kind != TerritoryKind.Region);
        return FigureQuestion.Of(request, [indicator]) with
        {
            Territories = [.. districts],
            Boundaries = Boundaries.AsReported,
            Comparisons = new HashSet<Comparison>(),
            ComparedWith = others,
        };
    }

    /// <summary>All values of the answer.</summary>
    public static IEnumerable<decimal> Values(IndicatorAnswer answer) => answer.Values
        .SelectMany(value => value.Others.Select(other => other.Figure).Prepend(value.Figure))
        .Select(figure => figure.Value)
        .OfType<decimal>();
}
