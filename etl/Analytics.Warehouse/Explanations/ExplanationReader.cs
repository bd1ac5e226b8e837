using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Publications;

namespace Analytics.Warehouse.Explanations;

/// <summary>Explains changes from published figures; all it reads is of one publication and passes the reader of all figures.</summary>
public sealed class ExplanationReader(IndicatorReader reader)
{
    /// <summary>
    /// The change of the question's first indicator in its first territory against the one period that it is compared with
    /// (<see cref="IndicatorQuery.ComparedWith"/>), or else against its one comparison, last year or the period before.
    /// </summary>
    /// <exception cref="NothingPublishedException">No publication is in force yet, or the one asked for is not kept.</exception>
    public async Task<Explanation> ReadAsync(IndicatorQuery query, ExplanationBy by, CancellationToken cancellationToken)
    {
        var asked = query with { Indicators = [query.Indicators[0]], Territories = [query.Territories[0]] };
        var (indicator, territory) = (asked.Indicators[0], asked.Territories[0]);
        var answer = await reader.ReadAsync(asked, cancellationToken);
        var value = answer[indicator, territory];
        var explanation = new Explanation(
            asked with { Publication = answer.Publication.Number }, by, answer.Publication, Other(value, asked), value.Figure, [], RoundedInto: null, Reason: null, value.Notes);
        if (ExplanationRules.Refusal(explanation) is { } refusal)
        {
            return explanation with { Reason = refusal };
        }

        try
        {
            var rows = by == ExplanationBy.Factors ? await FactorsAsync(explanation, cancellationToken) : await PartsAsync(explanation, cancellationToken);
            var (exact, roundedInto) = ExactSum.Of(explanation.Change!.Value, rows);
            return explanation with { Rows = exact, RoundedInto = roundedInto };
        }
        catch (UnknownPartException exception)
        {
            return explanation with { Reason = exception.Reason };
        }
    }

    private async Task<IReadOnlyList<ExplanationRow>> PartsAsync(Explanation explanation, CancellationToken cancellationToken)
    {
        var indicator = explanation.Indicator;
        var query = explanation.Query;
        var shared = ExplanationRules.SharesDenominator(indicator, explanation.By);
        var parts = new List<Part>();
        switch (explanation.By)
        {
            case ExplanationBy.District:
                var units = ExplanationRules.Units(query.Boundaries, query.Period, explanation.OtherPeriod);
                var answer = await MeasuresAsync(query with { Territories = units }, indicator, cancellationToken);
                parts.AddRange(units.Select(unit => ExplanationRules.PartOf(answer, explanation, unit, unit.Slug, shared)));
                break;
            case ExplanationBy.Category:
                foreach (var category in new[] { Category.LargeFamily, Category.LowIncome })
                {
                    parts.Add(ExplanationRules.PartOf(await MeasuresAsync(query with { Category = category }, indicator, cancellationToken), explanation, explanation.Territory, category.Code(), shared));
                }

                break;
            default:
                foreach (var aid in new[] { AidKind.Conditional, AidKind.Unconditional })
                {
                    parts.Add(ExplanationRules.PartOf(await MeasuresAsync(query with { Aid = aid }, indicator, cancellationToken), explanation, explanation.Territory, aid.Code(), shared));
                }

                break;
        }

        return ExplanationRules.Divide(explanation, [.. parts.Where(part => part is not { Before: null, Now: null })], shared);
    }

    private async Task<IReadOnlyList<ExplanationRow>> FactorsAsync(Explanation explanation, CancellationToken cancellationToken)
    {
        var (indicator, query) = (explanation.Indicator, explanation.Query);
        if (indicator.Denominator is { } denominator)
        {
            return Decomposition.OfFactors(indicator.Factor, ExplanationRules.Whole(explanation), indicator.Numerator.Name, denominator.Name);
        }

        if (ExplanationRules.CountOf(indicator) is { } count)
        {
            var (before, now) = await BothAsync(query with { Indicators = [IndicatorCatalogue.Get(count)] }, cancellationToken);
            return before is 0 || now is 0
                ? throw new UnknownPartException(ExplanationReason.NoFactors)
                : Decomposition.OfProduct(
                    new Part("whole", new Amounts(explanation.Before.Value!.Value, before), new Amounts(explanation.Now.Value!.Value, now)), count);
        }

        // Families that came and left are counted against the same months of last year, and only against them.
        var came = await BothAsync(query with { Indicators = [IndicatorCatalogue.Get("families_new")] }, cancellationToken, isNowOnly: true);
        var left = await BothAsync(query with { Indicators = [IndicatorCatalogue.Get("families_exited")] }, cancellationToken, isNowOnly: true);
        return Decomposition.OfTurnover("families_new", came.Now, "families_exited", left.Now);
    }

    private async Task<(decimal Before, decimal Now)> BothAsync(IndicatorQuery query, CancellationToken cancellationToken, bool isNowOnly = false)
    {
        var value = (await reader.ReadAsync(query, cancellationToken)).Values[0];
        return (isNowOnly ? 0 : Known(Other(value, query)), Known(value.Figure));

        static decimal Known(Figure figure) => figure.Value ?? throw new UnknownPartException(ExplanationRules.Reason(figure.State));
    }

    // Numerators and denominators are asked for as figures of their own: a part that has nothing to divide by has a numerator all the same.
    private Task<IndicatorAnswer> MeasuresAsync(IndicatorQuery query, Indicator indicator, CancellationToken cancellationToken) =>
        reader.ReadAsync(query with { Indicators = [.. indicator.Measures.Select(measure => ExplanationRules.AsIndicator(measure, indicator))] }, cancellationToken);

    internal static Figure Other(IndicatorValue value, IndicatorQuery query) =>
        value.Others is [var named] ? named.Figure : (query.Comparisons.Single() == Comparison.LastYear ? value.LastYear : value.Previous)!;
}
