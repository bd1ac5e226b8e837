using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Targets;

/// <summary>The plans that a question asks for: from the ledger, with last year's course from the lattice.</summary>
internal sealed class PlansOfQuestion(IndicatorQuery query, TargetBook book, StatusRules rules, FigureRules ofMonths, FigureRules ofYear)
{
    /// <summary>What the question must read of last year besides its own periods, so that plans can be seen against it.</summary>
    public static IEnumerable<DateOnly> EndsBeside(IndicatorQuery query) => query.Period.Kind == PeriodKind.YearToDate
        ? [query.Period.LastYear.LastDay, YearBefore(query).LastDay]
        : [query.Period.LastYear.LastDay];

    /// <summary>The whole year before the question's.</summary>
    public static Period YearBefore(IndicatorQuery query) => Period.OfYear(query.Period.Year - 1);

    /// <summary>The plan beside a fact of the question's period; null when there is no plan.</summary>
    public TargetFigure? Of(Indicator indicator, Ground ground, Figure fact)
    {
        if (book.InForce(indicator.Code, ground.Territory.Id, query.Period.Year) is not { } plan)
        {
            return null;
        }

        var year = YearBefore(query);
        var isBroken = ComparisonNotes.Between(indicator, ground, year.FirstDay, query.Period.LastDay).Any(one => one.Forbids);
        return TargetFigure.Of(
            indicator,
            query.Period,
            fact,
            plan,
            new LastYearCourse(
                ofMonths.Figure(indicator, ground, query.Period.LastYear).Figure.Value,
                // Half a year in the region is no whole one.
                ground.MonthsInRegion(Territories.Shipped, year) == 12 ? ofYear.Figure(indicator, ground, year).Figure.Value : null,
                isBroken),
            rules);
    }
}
