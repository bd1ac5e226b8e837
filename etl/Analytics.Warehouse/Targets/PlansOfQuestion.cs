using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.Warehouse.Targets;

/// <summary>The plans that a question asks for: from the ledger, with last year's course from the lattice.</summary>
internal sealed class PlansOfQuestion(IndicatorQuery query, TargetBook book, StatusRules rules, FigureRules ofMonths, FigureRules ofYear)
{
    /// <summary>Reads what is needed; null when the question is about a part of the families, for whom there are no plans.</summary>
    public static async Task<PlansOfQuestion?> ReadAsync(
        WarehouseConnection warehouse, IndicatorQuery query, Publication publication, TargetBook book, StatusRules rules, CancellationToken cancellationToken)
    {
        if (query.Category != Category.All || query.Aid != AidKind.All)
        {
            return null;
        }

        var planned = query.Indicators.Where(indicator => query.Territories.Any(territory => book.InForce(indicator.Code, territory.Id, query.Period.Year) is not null)).ToList();
        if (planned.Count == 0)
        {
            return new PlansOfQuestion(query, book, rules, new FigureRules(LatticeCells.None, publication, Category.All, AidKind.All), new FigureRules(LatticeCells.None, publication, Category.All, AidKind.All));
        }

        var (months, year) = (query.Period.LastYear, Period.OfYear(query.Period.Year - 1));
        var yearly = await CellsAsync(PeriodKind.YearToDate, months.Kind == PeriodKind.YearToDate ? [year.LastDay, months.LastDay] : [year.LastDay]);
        var monthly = months.Kind == PeriodKind.YearToDate ? yearly : await CellsAsync(months.Kind, [months.LastDay]);
        return new PlansOfQuestion(query, book, rules, Rules(monthly), Rules(yearly));

        FigureRules Rules(LatticeCells cells) => new(cells, publication, Category.All, AidKind.All);

        Task<LatticeCells> CellsAsync(PeriodKind kind, DateOnly[] ends) => LatticeCells.ReadAsync(
            warehouse.Reader,
            publication.Number,
            IndicatorReader.Measures(planned),
            [.. query.Territories.Select(territory => territory.Id)],
            kind,
            [.. ends.Distinct()],
            Boundaries.AsReported,
            Category.All,
            AidKind.All,
            cancellationToken);
    }

    /// <summary>The plan beside a fact of the question's period; null when there is no plan.</summary>
    public TargetFigure? Of(Indicator indicator, Territory territory, Figure fact)
    {
        if (book.InForce(indicator.Code, territory.Id, query.Period.Year) is not { } plan)
        {
            return null;
        }

        var year = Period.OfYear(query.Period.Year - 1);
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
