namespace Analytics.Warehouse.Explanations;

/// <summary>
/// Divides a change into contributions that add up to it; pure code. Formulas and sources: docs/explain.md.
/// Every function returns rows whose divisions are rounded; <see cref="ExactSum"/> sees to the last digit.
/// </summary>
internal static class Decomposition
{
    /// <summary>Counts and sums: what each part changed by, and the change of what the parts and the whole differ by.</summary>
    /// <param name="whole">The whole.</param>
    /// <param name="parts">Its parts.</param>
    /// <param name="rest">Overlap of distinct counts, which is always told, or what belongs to no part.</param>
    public static IReadOnlyList<ExplanationRow> OfAmounts(Part whole, IReadOnlyList<Part> parts, ExplanationRowKind rest)
    {
        var rows = parts.Select(part => Row(part, ExplanationRowKind.Part, null, null, Change(part))).ToList();
        var others = Others(whole, parts, rest);
        return IsNothing(others) && rest != ExplanationRowKind.Overlap ? rows : [.. rows, Row(others, rest, null, null, Change(others))];
    }

    /// <summary>
    /// Ratios whose parts have denominators of their own (Kitagawa 1955): by each part's rate at the mean of its two weights, and by its
    /// weight at the mean of its two rates, less the mean rate of the whole.
    /// </summary>
    public static IReadOnlyList<ExplanationRow> OfRatio(int factor, Part whole, IReadOnlyList<Part> parts, ExplanationRowKind rest)
    {
        var (before, now) = whole.Sides;
        var mean = (Rate(factor, before)!.Value + Rate(factor, now)!.Value) / 2;
        var rows = parts.Select(Divided).ToList();
        var others = Others(whole, parts, rest);
        return IsNothing(others) ? rows : [.. rows, Row(others, rest, null, null, ExactSum.Round(Contribution(others).Whole))];

        // Of what a part adds to the ratio, (n ÷ D), the change; less what its weight, (d ÷ D), would add at the whole's mean rate.
        (decimal Whole, decimal Weight) Contribution(Part part)
        {
            var (then, current) = part.Sides;
            var weight = (current.Base / now.Base) - (then.Base / before.Base);
            return ((factor * current.Numerator / now.Base) - (factor * then.Numerator / before.Base) - (mean * weight), weight);
        }

        ExplanationRow Divided(Part part)
        {
            var (then, current) = part.Sides;
            var (contribution, weight) = Contribution(part);

            // A part that is new or gone has one rate only: it comes or goes with that, and all of its effect is its weight's.
            var (was, rate) = (Rate(factor, then), Rate(factor, current));
            var own = ((was ?? rate ?? mean) + (rate ?? was ?? mean)) / 2;
            var (total, mix) = (ExactSum.Round(contribution), ExactSum.Round((own - mean) * weight));
            return Row(part, ExplanationRowKind.Part, total - mix, mix, total);
        }
    }

    /// <summary>Ratios whose parts share one denominator, as categories of families share the population: each numerator's effect, and the denominator's.</summary>
    public static IReadOnlyList<ExplanationRow> OfSharedDenominator(int factor, Part whole, IReadOnlyList<Part> parts, ExplanationRowKind rest, string denominator)
    {
        var (before, now) = whole.Sides;
        var others = Others(whole, parts, rest);
        List<ExplanationRow> rows = [.. parts.Select(part => Row(part, ExplanationRowKind.Part, null, null, ByNumerator(factor, before, now, Change(part))))];
        rows.Add(Row(new Part(denominator, new Amounts(before.Base), new Amounts(now.Base)), ExplanationRowKind.Factor, null, null, ByDenominator(factor, before, now)));
        return others.Sides is ({ Numerator: 0 }, { Numerator: 0 }) ? rows : [.. rows, Row(others, rest, null, null, ByNumerator(factor, before, now, Change(others)))];
    }

    /// <summary>A ratio by its numerator and its denominator: each at the mean of both orders of change (Shapley 1953).</summary>
    public static IReadOnlyList<ExplanationRow> OfFactors(int factor, Part whole, string numerator, string denominator)
    {
        var (before, now) = whole.Sides;
        return
        [
            Row(new Part(numerator, new Amounts(before.Numerator), new Amounts(now.Numerator)), ExplanationRowKind.Factor, null, null, ByNumerator(factor, before, now, Change(whole))),
            Row(new Part(denominator, new Amounts(before.Base), new Amounts(now.Base)), ExplanationRowKind.Factor, null, null, ByDenominator(factor, before, now)),
        ];
    }

    /// <summary>A sum by how many there were, at the mean average, and by how much came to each, at the mean number. Both numbers are above zero.</summary>
    /// <param name="whole">Sum and number of the two periods.</param>
    /// <param name="count">Name of the measure that is the number.</param>
    public static IReadOnlyList<ExplanationRow> OfProduct(Part whole, string count)
    {
        var (before, now) = whole.Sides;
        var (was, average) = (before.Numerator / before.Base, now.Numerator / now.Base);
        return
        [
            Row(new Part(count, new Amounts(before.Base), new Amounts(now.Base)), ExplanationRowKind.Factor, null, null, ExactSum.Round((now.Base - before.Base) * ((was + average) / 2))),
            Row(new Part("average", before, now), ExplanationRowKind.Average, null, null, ExactSum.Round((now.Base + before.Base) / 2 * (average - was))),
        ];
    }

    /// <summary>A count by who came and who left between the two periods.</summary>
    public static IReadOnlyList<ExplanationRow> OfTurnover(string entered, decimal came, string left, decimal went) =>
    [
        Row(new Part(entered, null, new Amounts(came)), ExplanationRowKind.Factor, null, null, came),
        Row(new Part(left, new Amounts(went), null), ExplanationRowKind.Factor, null, null, -went),
    ];

    private static ExplanationRow Row(Part part, ExplanationRowKind kind, decimal? within, decimal? mix, decimal contribution) =>
        new(part.Code, kind, part.State, part.Before, part.Now, within, mix, contribution);

    // What the whole has and the parts have not: below zero where something was counted in several parts.
    private static Part Others(Part whole, IReadOnlyList<Part> parts, ExplanationRowKind kind)
    {
        var (before, now) = whole.Sides;
        return new Part(
            kind == ExplanationRowKind.Overlap ? "overlap" : "remainder",
            Rest(before, parts.Select(part => part.Sides.Before)),
            Rest(now, parts.Select(part => part.Sides.Now)));
    }

    private static Amounts Rest(Amounts whole, IEnumerable<Amounts> parts) => parts.Aggregate(
        whole, (rest, part) => new Amounts(rest.Numerator - part.Numerator, rest.Denominator is null ? null : rest.Base - part.Base));

    private static bool IsNothing(Part part) => part.Sides is ({ Numerator: 0, Base: 0 }, { Numerator: 0, Base: 0 });

    private static decimal Change(Part part) => part.Sides is var (before, now) ? now.Numerator - before.Numerator : 0;

    private static decimal? Rate(int factor, Amounts amounts) => amounts.Base == 0 ? null : factor * amounts.Numerator / amounts.Base;

    private static decimal ByNumerator(int factor, Amounts before, Amounts now, decimal change) =>
        ExactSum.Round(((factor * change / before.Base) + (factor * change / now.Base)) / 2);

    private static decimal ByDenominator(int factor, Amounts before, Amounts now) =>
        ExactSum.Round((factor * (before.Numerator + now.Numerator) / 2 / now.Base) - (factor * (before.Numerator + now.Numerator) / 2 / before.Base));
}
