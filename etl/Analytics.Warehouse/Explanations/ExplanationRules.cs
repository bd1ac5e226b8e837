using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;

namespace Analytics.Warehouse.Explanations;

/// <summary>What can be divided into what, and what the parts are; pure code.</summary>
internal static class ExplanationRules
{
    // The number that an amount is the amount of.
    private static readonly Dictionary<string, string> Counts = new(StringComparer.Ordinal)
    {
        ["assigned_amount"] = "families",
        ["paid_amount"] = "families",
        ["grant_amount"] = "grants_approved",
        ["microcredit_amount"] = "microcredits_issued",
        ["package_amount"] = "package_children",
        ["outreach_attendees"] = "outreach_events",
    };

    /// <summary>Why the change is not explained, or null.</summary>
    public static ExplanationReason? Refusal(Explanation explanation)
    {
        var (indicator, query) = (explanation.Indicator, explanation.Query);
        return explanation switch
        {
            { Now.HasValue: false } => Reason(explanation.Now.State),
            { Before.HasValue: false } => Reason(explanation.Before.State),
            _ when indicator.Numerator.Rule == MeasureRule.Median => ExplanationReason.Median,
            { By: ExplanationBy.District, Territory.Kind: not TerritoryKind.Region } => ExplanationReason.NoParts,
            { By: ExplanationBy.Category } when query.Category != Category.All => ExplanationReason.NoParts,
            { By: ExplanationBy.Aid } when query.Aid != AidKind.All => ExplanationReason.NoParts,
            { By: ExplanationBy.Category } when !indicator.HasCategory => ExplanationReason.CategoryNotKnown,
            { By: ExplanationBy.Aid } when !indicator.HasAid => ExplanationReason.AidNotKnown,
            { By: ExplanationBy.Factors } when !HasFactors(explanation) => ExplanationReason.NoFactors,
            _ => null,
        };
    }

    /// <summary>The region's units of either period on the boundaries asked for, in official order.</summary>
    public static IReadOnlyList<Territory> Units(Boundaries boundaries, Period now, Period before) =>
    [
        .. new[] { now, before }
            .SelectMany((period, i) => AskedTerritories.Of(Territories.Shipped, boundaries, i == 0 ? [now, before] : [before, now]))
            .Where(unit => unit.Kind != TerritoryKind.Region)
            .Distinct()
            .OrderBy(unit => unit.Latest.SortOrder),
    ];

    /// <summary>True when all parts are divided by the whole's denominator, which is not known for each.</summary>
    public static bool SharesDenominator(Indicator indicator, ExplanationBy by) => indicator.Denominator is { } denominator
        && ((by == ExplanationBy.Category && !denominator.HasCategory) || (by == ExplanationBy.Aid && !denominator.HasAid));

    /// <summary>Name of the measure that an amount is divided by for its average, or null.</summary>
    public static string? CountOf(Indicator indicator) => Counts.GetValueOrDefault(indicator.Code);

    /// <summary>A measure as a figure of its own.</summary>
    public static Indicator AsIndicator(Measure measure, Indicator of) => IndicatorCatalogue.Find(measure.Name) is { } known && known.Numerator == measure && known.Denominator is null
        ? known
        : new Indicator(measure.Name, of.Group, measure, null, 1, of.Unit, 0, Direction.Neutral, measure.Rule == MeasureRule.Stock ? Accumulation.Stock : Accumulation.Distinct);

    /// <summary>Both sides of the whole.</summary>
    public static Part Whole(Explanation explanation) => new("whole", Of(explanation.Before), Of(explanation.Now));

    /// <summary>Both sides of a part.</summary>
    /// <exception cref="UnknownPartException">A figure of it is not known.</exception>
    public static Part PartOf(IndicatorAnswer answer, Explanation explanation, Territory territory, string code, bool sharesDenominator)
    {
        var indicator = explanation.Indicator;
        return new Part(
            code,
            Side(explanation.OtherPeriod, value => ExplanationReader.Other(value, explanation.Query)),
            Side(explanation.Query.Period, value => value.Figure));

        Amounts? Side(Period period, Func<IndicatorValue, Figure> figure)
        {
            decimal? Amount(Measure measure) => figure(answer[AsIndicator(measure, indicator), territory]) switch
            {
                { Value: { } value } => value,
                { State: ValueState.NotApplicable } => null,

                // A stock is counted on 1 January: a district formed later is counted where its land was.
                { State: ValueState.NotReported } when measure.Rule == MeasureRule.Stock && !territory.IsInRegion(new DateOnly(period.Year, 1, 1)) => 0,
                { State: var state } => throw new UnknownPartException(Reason(state)),
            };

            return Amount(indicator.Numerator) is not { } numerator
                ? null
                : new Amounts(numerator, indicator.Denominator is null || sharesDenominator ? null : Amount(indicator.Denominator) ?? 0);
        }
    }

    /// <summary>The contributions of parts.</summary>
    public static IReadOnlyList<ExplanationRow> Divide(Explanation explanation, IReadOnlyList<Part> parts, bool sharesDenominator)
    {
        var indicator = explanation.Indicator;
        var rest = indicator.Measures.Any(measure => measure.Rule is not (MeasureRule.Sum or MeasureRule.Stock)) ? ExplanationRowKind.Overlap : ExplanationRowKind.Remainder;
        var whole = Whole(explanation);
        return indicator.Denominator switch
        {
            null => Decomposition.OfAmounts(whole, parts, rest),
            { } denominator when sharesDenominator => Decomposition.OfSharedDenominator(indicator.Factor, whole, parts, rest, denominator.Name),
            _ => Decomposition.OfRatio(indicator.Factor, whole, parts, rest),
        };
    }

    public static ExplanationReason Reason(ValueState state) => state switch
    {
        ValueState.Hidden => ExplanationReason.Hidden,
        ValueState.NotApplicable => ExplanationReason.NotApplicable,
        _ => ExplanationReason.NotReported,
    };

    private static bool HasFactors(Explanation explanation) => explanation.Indicator.Denominator is not null
        || CountOf(explanation.Indicator) is not null
        || (explanation.Indicator.Code == "families" && explanation.OtherPeriod == explanation.Query.Period.LastYear);

    private static Amounts Of(Figure figure) => new(figure.Numerator!.Value, figure.Denominator);
}
