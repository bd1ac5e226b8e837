using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.Warehouse.Targets;

/// <summary>The plans that a question asks for: from the ledger, with last year's course from the lattice.</summary>
internal sealed class PlansOfQuestion(IndicatorQuery query, TargetBook book, StatusRules rules, FigureRules ofMonths, FigureRules ofYear)
{
    /// <summary>What the question must read of last year besides its own periods, so that plans can be seen against it.</summary>
    public static IEnumerable<DateOnly> EndsBeside(IndicatorQuery query) => query.Period.Kind == PeriodKind.YearToDate
        ? [query.Period.LastYear.LastDay, LastYear(query).LastDay]
        : [query.Period.LastYear.LastDay];

    /// <summary>Reads what is still needed; null when the question is about a part of the families, for whom there are no plans.</summary>
    public static async Task<PlansOfQuestion?> ReadAsync(
        WarehouseConnection warehouse, IndicatorQuery query, Publication publication, TargetBook book, StatusRules rules, FigureRules figures, CancellationToken cancellationToken)
    {
        if (query.Category != Category.All || query.Aid != AidKind.All)
        {
            return null;
        }

        var planned = query.Indicators.Where(indicator => query.Territories.Any(territory => book.InForce(indicator.Code, territory.Id, query.Period.Year) is not null)).ToList();
        if (planned.Count == 0 || query.Period.Kind == PeriodKind.YearToDate)
        {
            return new PlansOfQuestion(query, book, rules, figures, figures);
        }

        var yearly = await LatticeCells.ReadAsync(
            warehouse.Reader,
            publication.Number,
            IndicatorReader.Measures(planned),
            [.. query.Territories.Select(territory => territory.Id)],
            PeriodKind.YearToDate,
            [LastYear(query).LastDay],
            query.Boundaries,
            Category.All,
            AidKind.All,
            cancellationToken);
        return new PlansOfQuestion(query, book, rules, figures, new FigureRules(yearly, publication, Category.All, AidKind.All));
    }

    private static Period LastYear(IndicatorQuery query) => Period.OfYear(query.Period.Year - 1);

    /// <summary>The plan beside a fact of the question's period; null when there is no plan.</summary>
    public TargetFigure? Of(Indicator indicator, Territory territory, Figure fact)
    {
        if (book.InForce(indicator.Code, territory.Id, query.Period.Year) is not { } plan)
        {
            return null;
        }

        var year = LastYear(query);
        var isBroken = ComparisonNotes.Between(indicator, territory, year.FirstDay, query.Period.LastDay).Any();
        return TargetFigure.Of(
            indicator,
            query.Period,
            fact,
            plan,
            new LastYearCourse(
                ofMonths.Figure(indicator, territory, query.Period.LastYear).Figure.Value,
                // Half a year in the region is no whole one.
                territory.MonthsInRegion(year.FirstDay, year.LastDay) == 12 ? ofYear.Figure(indicator, territory, year).Figure.Value : null,
                isBroken),
            rules);
    }
}
