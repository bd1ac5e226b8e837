using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Disclosure;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Targets;

namespace Analytics.Warehouse.Indicators;

/// <summary>Answers questions from the published lattice, by key; its cost does not grow with the facts.</summary>
public sealed class IndicatorReader(
    WarehouseConnection warehouse, PublicationLedger publications, CompletenessReader completeness, TargetLedger ledger, StatusRules statuses) : IDisposable
{
    private readonly LatticeReader lattice = new(warehouse);

    /// <summary>All values of a question, from one publication.</summary>
    /// <exception cref="NothingPublishedException">No publication is in force yet, or the one asked for is not kept.</exception>
    /// <exception cref="NotPublicException">The public asks for a year whose small numbers are not hidden yet, or cannot be.</exception>
    public async Task<IndicatorAnswer> ReadAsync(IndicatorQuery query, CancellationToken cancellationToken)
    {
        var publication = await PublicationAsync(query.Publication, cancellationToken);
        var periods = query.Periods;
        var grounds = Grounds(query.Territories, query.Boundaries, periods.Min(period => period.FirstDay), periods.Max(period => period.LastDay));
        var wantsTarget = query.Comparisons.Contains(Comparison.Target);
        List<DateOnly> ends = [.. periods.Select(period => period.LastDay), .. wantsTarget ? PlansOfQuestion.EndsBeside(query) : []];
        var (rules, gate) = await RulesAsync(query.Audience, publication, query.Indicators, grounds, query.Period.Kind, ends, query.Category, query.Aid, cancellationToken);
        gate.Require([query.Period.Year], publication);
        var complete = await completeness.ReadAsync(publication, cancellationToken);
        var targets = wantsTarget ? await PlansAsync(query, publication, grounds, rules, cancellationToken) : null;
        var values = new ValuesOfQuestion(query, rules, complete, targets);
        return new IndicatorAnswer(query, publication, [
            .. from territory in query.Territories.Zip(grounds)
               from indicator in query.Indicators
               select values.Of(indicator, territory.First, territory.Second),
        ]);
    }

    /// <summary>The points of a line over time, in the order of territories, then time.</summary>
    /// <exception cref="NothingPublishedException">No publication is in force yet, or the one asked for is not kept.</exception>
    /// <exception cref="NotPublicException">The public asks for years whose small numbers are not hidden yet, or cannot be.</exception>
    public async Task<IReadOnlyList<SeriesPoint>> SeriesAsync(SeriesQuery query, CancellationToken cancellationToken)
    {
        var publication = await PublicationAsync(query.Publication, cancellationToken);
        var periods = query.Periods().ToList();
        var grounds = Grounds(query.Territories, query.Boundaries, query.From, query.To);
        List<DateOnly> ends = [.. periods.Select(period => period.LastDay)];
        var (rules, gate) = await RulesAsync(query.Audience, publication, [query.Indicator], grounds, query.Kind, ends, query.Category, query.Aid, cancellationToken);
        gate.Require(periods.Select(period => period.Year), publication);
        var complete = await completeness.ReadAsync(publication, cancellationToken);
        var points =
            from territory in query.Territories.Zip(grounds)
            from period in periods
            let figure = rules.Figure(query.Indicator, territory.Second, period)
            let notes = territory.Second is { } ground ? ComparisonNotes.Between(query.Indicator, ground, period.FirstDay.AddDays(-1), period.LastDay).Select(one => one.Note).Distinct() : []
            let preliminary = ValuesOfQuestion.IsPreliminary(complete, query.Indicator, territory.Second, period)
            select new SeriesPoint(
                territory.First, period, figure.Figure, [.. notes, .. figure.Note is null ? [] : new[] { figure.Note }, .. preliminary ? new[] { ValuesOfQuestion.Preliminary } : []]);
        return [.. points];
    }

    public void Dispose() => lattice.Dispose();

    private static List<Ground?> Grounds(IReadOnlyList<Territory> territories, Boundaries boundaries, DateOnly first, DateOnly last) =>
        [.. territories.Select(territory => Ground.Of(Territories.Shipped, territory, boundaries, first, last))];

    // Cells are never read without what is hidden of them.
    private async Task<(FigureRules Rules, DisclosureGate Gate)> RulesAsync(
        Audience audience,
        Publication publication,
        IReadOnlyList<Indicator> indicators,
        IReadOnlyList<Ground?> grounds,
        PeriodKind kind,
        IReadOnlyCollection<DateOnly> ends,
        Category category,
        AidKind aid,
        CancellationToken cancellationToken)
    {
        var cells = await lattice.ReadAsync(
            publication, indicators.SelectMany(indicator => indicator.Measures), grounds.OfType<Ground>(), kind, ends, category, aid, cancellationToken);
        var gate = await DisclosureGate.ForAsync(warehouse.Reader, audience, publication.Number, indicators, grounds, kind, ends, category, aid, cancellationToken);
        return (new FigureRules(cells, publication, category, aid, gate), gate);
    }

    // For a month or quarter last year's whole course is read besides.
    private async Task<PlansOfQuestion?> PlansAsync(
        IndicatorQuery query, Publication publication, IReadOnlyList<Ground?> grounds, FigureRules rules, CancellationToken cancellationToken)
    {
        if (query.Category != Category.All || query.Aid != AidKind.All)
        {
            // There are no plans for a part of the families.
            return null;
        }

        var book = await ledger.BookAsync(publication.Number, cancellationToken);
        var planned = query.Indicators.Where(indicator => query.Territories.Any(territory => book.InForce(indicator.Code, territory.Id, query.Period.Year) is not null)).ToList();
        if (planned.Count == 0 || query.Period.Kind == PeriodKind.YearToDate)
        {
            return new PlansOfQuestion(query, book, statuses, rules, rules);
        }

        List<DateOnly> ends = [PlansOfQuestion.YearBefore(query).LastDay];
        var (yearly, _) = await RulesAsync(query.Audience, publication, planned, grounds, PeriodKind.YearToDate, ends, Category.All, AidKind.All, cancellationToken);
        return new PlansOfQuestion(query, book, statuses, rules, yearly);
    }

    private async Task<Publication> PublicationAsync(long? number, CancellationToken cancellationToken) => number is { } asked
        ? await publications.FindAsync(asked, cancellationToken) ?? throw new NothingPublishedException($"Publication {asked} does not exist or is no longer kept.")
        : await publications.CurrentAsync(cancellationToken) ?? throw new NothingPublishedException("Nothing has been published yet.");
}
