using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Targets;

namespace Analytics.Warehouse.Indicators;

/// <summary>Answers questions from the published lattice, by key; its cost does not grow with the facts.</summary>
public sealed class IndicatorReader(WarehouseConnection warehouse, PublicationLedger publications, TargetLedger ledger, StatusRules statuses)
{
    /// <summary>All values of a question, from one publication.</summary>
    /// <exception cref="NothingPublishedException">No publication is in force yet, or the one asked for is not kept.</exception>
    public async Task<IndicatorAnswer> ReadAsync(IndicatorQuery query, CancellationToken cancellationToken)
    {
        var publication = await PublicationAsync(query.Publication, cancellationToken);
        List<Period> periods = [query.Period, .. Others(query)];
        var wantsTarget = query.Comparisons.Contains(Comparison.Target);
        var cells = await LatticeCells.ReadAsync(
            warehouse.Reader,
            publication.Number,
            Measures(query.Indicators),
            [.. query.Territories.Select(territory => territory.Id)],
            query.Period.Kind,
            [.. periods.Select(period => period.LastDay), .. wantsTarget ? PlansOfQuestion.EndsBeside(query) : []],
            query.Boundaries,
            query.Category,
            query.Aid,
            cancellationToken);
        var rules = new FigureRules(cells, publication, query.Category, query.Aid);
        var targets = wantsTarget
            ? await PlansOfQuestion.ReadAsync(warehouse, query, publication, await ledger.BookAsync(publication.Number, cancellationToken), statuses, rules, cancellationToken)
            : null;
        var values =
            from territory in query.Territories
            from indicator in query.Indicators
            select Value(query, rules, targets, indicator, territory);
        return new IndicatorAnswer(query, publication, [.. values]);
    }

    /// <summary>The points of a line over time, in the order of territories, then time.</summary>
    /// <exception cref="NothingPublishedException">No publication is in force yet.</exception>
    public async Task<IReadOnlyList<SeriesPoint>> SeriesAsync(SeriesQuery query, CancellationToken cancellationToken)
    {
        var publication = await PublicationAsync(null, cancellationToken);
        var periods = query.Periods().ToList();
        var cells = await LatticeCells.ReadAsync(
            warehouse.Reader,
            publication.Number,
            Measures([query.Indicator]),
            [.. query.Territories.Select(territory => territory.Id)],
            query.Kind,
            [.. periods.Select(period => period.LastDay)],
            query.Boundaries,
            query.Category,
            query.Aid,
            cancellationToken);
        var rules = new FigureRules(cells, publication, query.Category, query.Aid);
        var points =
            from territory in query.Territories
            from period in periods
            let figure = rules.Figure(query.Indicator, territory, period)
            let notes = ComparisonNotes.Between(query.Indicator, territory, period.FirstDay.AddDays(-1), period.LastDay)
            select new SeriesPoint(territory, period, figure.Figure, figure.Note is null ? [.. notes] : [.. notes, figure.Note]);
        return [.. points];
    }

    private static IndicatorValue Value(IndicatorQuery query, FigureRules rules, PlansOfQuestion? targets, Indicator indicator, Territory territory)
    {
        var (figure, note) = rules.Figure(indicator, territory, query.Period);
        var notes = new List<string>();
        if (note is not null)
        {
            notes.Add(note);
        }

        var lastYear = Compared(Comparison.LastYear, query.Period.LastYear);
        var previous = Compared(Comparison.Previous, query.Period.Previous);
        List<Period> sides = [query.Period, .. Others(query)];
        notes.AddRange(ComparisonNotes.Between(indicator, territory, sides.Min(period => period.FirstDay), query.Period.LastDay));
        if (sides.Exists(period => ComparisonNotes.IsPartlyInRegion(territory, period)))
        {
            notes.Add("part_of_period");
        }

        return new IndicatorValue(
            indicator,
            territory,
            figure,
            lastYear,
            lastYear is null ? null : ChangeFrom(lastYear, query.Period.LastYear),
            previous,
            previous is null ? null : ChangeFrom(previous, query.Period.Previous),
            targets?.Of(indicator, territory, figure),
            notes);

        // Half a year in the region is not compared with a whole one.
        Change? ChangeFrom(Figure other, Period period) =>
            territory.MonthsInRegion(query.Period.FirstDay, query.Period.LastDay) == territory.MonthsInRegion(period.FirstDay, period.LastDay)
                ? Change.Between(indicator, figure, other)
                : null;

        Figure? Compared(Comparison comparison, Period period) =>
            query.Comparisons.Contains(comparison) ? rules.Figure(indicator, territory, period).Figure : null;
    }

    private static IEnumerable<Period> Others(IndicatorQuery query) =>
        from comparison in query.Comparisons
        where comparison != Comparison.Target
        select comparison == Comparison.LastYear ? query.Period.LastYear : query.Period.Previous;

    internal static string[] Measures(IEnumerable<Indicator> indicators) => [.. indicators
        .SelectMany(indicator => indicator.Denominator is null ? [indicator.Numerator.Name] : new[] { indicator.Numerator.Name, indicator.Denominator.Name })
        .Distinct()];

    private async Task<Publication> PublicationAsync(long? number, CancellationToken cancellationToken) => number is { } asked
        ? await publications.FindAsync(asked, cancellationToken) ?? throw new NothingPublishedException($"Publication {asked} does not exist or is no longer kept.")
        : await publications.CurrentAsync(cancellationToken) ?? throw new NothingPublishedException("Nothing has been published yet.");
}
