using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Disclosure;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Publications;

namespace Analytics.Warehouse.Indicators;

/// <summary>Answers questions from the published lattice, by key; its cost does not grow with the facts.</summary>
public sealed class IndicatorReader(WarehouseConnection warehouse, PublicationLedger publications)
{
    /// <summary>All values of a question, from one publication.</summary>
    /// <exception cref="NothingPublishedException">No publication is in force yet, or the one asked for is not kept.</exception>
    /// <exception cref="NotPublicException">The public asks for a year whose small numbers are not hidden yet, or cannot be.</exception>
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
            [.. periods.Select(period => period.LastDay)],
            query.Boundaries,
            query.Category,
            query.Aid,
            cancellationToken);
        var gate = await DisclosureGate.ForAsync(
            warehouse.Reader, query.Audience, publication.Number, query.Indicators, query.Territories, periods, query.Boundaries, query.Category, query.Aid, cancellationToken);
        gate.Require([query.Period.Year], publication);
        var rules = new FigureRules(cells, publication, query.Category, query.Aid, gate);
        var targets = wantsTarget ? new FigureRules(await TargetsAsync(query, publication, cancellationToken), publication, query.Category, query.Aid, gate) : null;
        var values =
            from territory in query.Territories
            from indicator in query.Indicators
            select Value(query, rules, targets, indicator, territory);
        return new IndicatorAnswer(query, publication, [.. values]);
    }

    /// <summary>The points of a line over time, in the order of territories, then time.</summary>
    /// <exception cref="NothingPublishedException">No publication is in force yet.</exception>
    /// <exception cref="NotPublicException">The public asks for years whose small numbers are not hidden yet, or cannot be.</exception>
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
        var gate = await DisclosureGate.ForAsync(
            warehouse.Reader, query.Audience, publication.Number, [query.Indicator], query.Territories, periods, query.Boundaries, query.Category, query.Aid, cancellationToken);
        gate.Require(periods.Select(period => period.Year), publication);
        var rules = new FigureRules(cells, publication, query.Category, query.Aid, gate);
        var points =
            from territory in query.Territories
            from period in periods
            let figure = rules.Figure(query.Indicator, territory, period)
            let notes = ComparisonNotes.Between(query.Indicator, territory, period.FirstDay.AddDays(-1), period.LastDay)
            select new SeriesPoint(territory, period, figure.Figure, figure.Note is null ? [.. notes] : [.. notes, figure.Note]);
        return [.. points];
    }

    private static IndicatorValue Value(IndicatorQuery query, FigureRules rules, FigureRules? targets, Indicator indicator, Territory territory)
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
            targets?.Target(indicator, territory, query.Period) is { } plan ? TargetFigure.Of(indicator, query.Period, figure, plan) : null,
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

    private static string[] Measures(IEnumerable<Indicator> indicators) => [.. indicators
        .SelectMany(indicator => indicator.Denominator is null ? [indicator.Numerator.Name] : new[] { indicator.Numerator.Name, indicator.Denominator.Name })
        .Distinct()];

    private Task<LatticeCells> TargetsAsync(IndicatorQuery query, Publication publication, CancellationToken cancellationToken) => LatticeCells.ReadAsync(
        warehouse.Reader,
        publication.Number,
        [.. query.Indicators.Select(FigureRules.TargetMeasure)],
        [.. query.Territories.Select(territory => territory.Id)],
        PeriodKind.YearToDate,
        [Period.OfYear(query.Period.Year).LastDay],
        Boundaries.AsReported,
        Category.All,
        AidKind.All,
        cancellationToken);

    private async Task<Publication> PublicationAsync(long? number, CancellationToken cancellationToken) => number is { } asked
        ? await publications.FindAsync(asked, cancellationToken) ?? throw new NothingPublishedException($"Publication {asked} does not exist or is no longer kept.")
        : await publications.CurrentAsync(cancellationToken) ?? throw new NothingPublishedException("Nothing has been published yet.");
}
