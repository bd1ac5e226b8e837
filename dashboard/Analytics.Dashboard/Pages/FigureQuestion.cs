using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Pages;

/// <summary>The questions that pages ask of the reader.</summary>
public static class FigureQuestion
{
    /// <summary>Indicators of the region and all its units in the period, beside last year.</summary>
    public static IndicatorQuery Of(PageRequest request, IReadOnlyList<Indicator> indicators)
    {
        var period = request.Query.Period;
        return new IndicatorQuery(indicators, AskedTerritories.Of(Territories.Shipped, request.Query.Boundaries, [period, period.LastYear]), period)
        {
            Comparisons = new HashSet<Comparison> { Comparison.LastYear },
            ShowsIncomparable = request.Query.ShowsIncomparable,
            Boundaries = request.Query.Boundaries,
            Category = request.Query.Category,
            Aid = request.Query.Aid,
            Audience = request.Query.Audience,
            Publication = request.Publication.Number,
        };
    }

    /// <summary>An indicator of the region in all years that are loaded, in periods of the page's kind.</summary>
    public static SeriesQuery Years(PageRequest request, Indicator indicator)
    {
        var years = LoadedMonths.Years(request.Publication);
        return Series(request, indicator, request.Query.Period.Kind, years.Min(), years.Max());
    }

    /// <summary>An indicator by month, in the period's year and the two before it.</summary>
    /// <param name="request">The page's request.</param>
    /// <param name="indicator">Indicator.</param>
    /// <param name="territory">Territory; null is the region.</param>
    public static SeriesQuery Months(PageRequest request, Indicator indicator, Territory? territory = null)
    {
        var year = request.Query.Period.Year;
        return Series(request, indicator, PeriodKind.Month, year - 2, year) with { Territories = [territory ?? Territories.Shipped.Region] };
    }

    private static SeriesQuery Series(PageRequest request, Indicator indicator, PeriodKind kind, int firstYear, int lastYear) =>
        new(indicator, [Territories.Shipped.Region], kind, new DateOnly(firstYear, 1, 1), new DateOnly(lastYear, 12, 31))
        {
            Boundaries = request.Query.Boundaries,
            Category = request.Query.Category,
            Aid = request.Query.Aid,
            Audience = request.Query.Audience,
        };
}
