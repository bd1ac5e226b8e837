using Analytics.Warehouse.Explanations;
using CsCheck;

namespace Analytics.UnitTests.Warehouse.Explanations;

public sealed class DecompositionTests
{
    private static readonly Gen<Amounts?> Sides = Gen.OneOf(
        Gen.Const((Amounts?)null),
        Gen.Select(Gen.Int[0, 2_000_000], Gen.Int[0, 2_000_000], (numerator, denominator) => (Amounts?)new Amounts(numerator / 100m, denominator)));

    private static readonly Gen<Part[]> Parts = Gen.Select(Sides, Sides, (before, now) => (before, now)).Array[1, 20]
        .Select(sides => sides.Select((side, position) => new Part($"part {position}", side.before, side.now)).ToArray());

    [Fact]
    public void A_sum_changes_by_what_its_parts_change_by() => Assert.Equal(
        [("a", -1.50m), ("b", 4m)],
        Short(Decomposition.OfAmounts(Whole(10, 12.5m), [Count("a", 6, 4.5m), Count("b", 4, 8)], ExplanationRowKind.Remainder)));

    [Fact]
    public void What_is_counted_in_two_parts_is_a_row_of_its_own() => Assert.Equal(
        [("a", -1m), ("b", -1m), ("overlap", -1m)],
        Short(Decomposition.OfAmounts(Whole(10, 7), [Count("a", 6, 5), Count("b", 5, 4)], ExplanationRowKind.Overlap)));

    [Fact]
    public void Fewer_counted_twice_add_to_the_change() => Assert.Equal(
        ("overlap", 2m), Short(Decomposition.OfAmounts(Whole(10, 10), [Count("a", 7, 5), Count("b", 6, 6)], ExplanationRowKind.Overlap))[^1]);

    [Fact]
    public void That_nobody_is_counted_twice_is_said() => Assert.Equal(
        ("overlap", 0m), Short(Decomposition.OfAmounts(Whole(10, 11), [Count("a", 10, 11)], ExplanationRowKind.Overlap))[^1]);

    [Fact]
    public void What_belongs_to_no_part_is_told_where_there_is_any() => Assert.Equal(
        [("a", 1m), ("remainder", 2m)],
        Short(Decomposition.OfAmounts(Whole(10, 13), [Count("a", 10, 11)], ExplanationRowKind.Remainder)));

    [Fact]
    public void A_part_that_left_takes_all_it_had_and_one_that_came_brings_all_it_has()
    {
        var rows = Decomposition.OfAmounts(Whole(10, 9), [new Part("gone", new Amounts(10), null), new Part("new", null, new Amounts(9))], ExplanationRowKind.Remainder);

        Assert.Equal([("gone", -10m), ("new", 9m)], Short(rows));
        Assert.Equal([PartState.OnlyBefore, PartState.OnlyNow], rows.Select(row => row.State));
    }

    [Fact]
    public void A_rate_changes_by_the_rates_of_its_parts_and_by_their_weights()
    {
        // 40 of 100, then 38 of 100: part a from 50 % of 20 to 80 % of 30, part b from 37.5 % of 80 to 20 % of 70.
        var rows = Decomposition.OfRatio(100, Whole(40, 100, 38, 100), [Ratio("a", 10, 20, 24, 30), Ratio("b", 30, 80, 14, 70)], ExplanationRowKind.Remainder);

        Assert.Equal([(7.5m, 2.6m, 10.1m), (-13.125m, 1.025m, -12.1m)], rows.Select(row => (row.Within!.Value, row.Mix!.Value, row.Contribution)));
    }

    [Fact]
    public void When_only_the_weights_move_all_is_mix()
    {
        var rows = Decomposition.OfRatio(100, Whole(50, 100, 62, 100), [Ratio("a", 40, 50, 56, 70), Ratio("b", 10, 50, 6, 30)], ExplanationRowKind.Remainder);

        // The rates stay at 80 and 20 %, the whole's mean is 56 %.
        Assert.Equal([(0m, 4.8m), (0m, 7.2m)], rows.Select(row => (row.Within!.Value, row.Mix!.Value)));
    }

    [Fact]
    public void When_only_the_rates_move_nothing_is_mix() => Assert.All(
        Decomposition.OfRatio(100, Whole(50, 100, 40, 100), [Ratio("a", 40, 50, 30, 50), Ratio("b", 10, 50, 10, 50)], ExplanationRowKind.Remainder),
        row => Assert.Equal(0, row.Mix));

    [Fact]
    public void A_new_part_comes_with_its_rate_and_only_its_weight_counts()
    {
        // 40 % of 100; then the same 40 % of 100 and 60 % of another 100: 50 %.
        var rows = Decomposition.OfRatio(100, Whole(40, 100, 100, 200), [Ratio("old", 40, 100, 40, 100), new Part("new", null, new Amounts(60, 100))], ExplanationRowKind.Remainder);

        Assert.Equal([(0m, 2.5m, 2.5m), (0m, 7.5m, 7.5m)], rows.Select(row => (row.Within!.Value, row.Mix!.Value, row.Contribution)));
    }

    [Fact]
    public void A_part_that_left_goes_with_its_rate()
    {
        var rows = Decomposition.OfRatio(100, Whole(100, 200, 40, 100), [Ratio("stays", 40, 100, 40, 100), new Part("gone", new Amounts(60, 100), null)], ExplanationRowKind.Remainder);

        Assert.Equal([-2.5m, -7.5m], rows.Select(row => row.Contribution));
    }

    [Fact]
    public void A_part_with_cases_and_nothing_to_divide_them_by_still_adds_them()
    {
        var rows = Decomposition.OfRatio(100, Whole(10, 50, 20, 50), [Ratio("a", 10, 50, 15, 50), new Part("z", null, new Amounts(5, 0))], ExplanationRowKind.Remainder);

        Assert.Equal([(10m, 0m), (10m, 0m)], rows.Select(row => (row.Within!.Value, row.Mix!.Value)));
    }

    [Fact]
    public void Numerators_counted_twice_are_a_row_of_the_rate_too() => Assert.Equal(
        [("a", -5m), ("b", 0m), ("overlap", -5m)],
        Short(Decomposition.OfRatio(100, Whole(10, 20, 8, 20), [Ratio("a", 6, 12, 5, 12), Ratio("b", 5, 10, 5, 10)], ExplanationRowKind.Overlap)));

    [Fact]
    public void An_average_is_divided_like_a_rate_without_the_hundred()
    {
        // 10 tenge each for two; then 12 each for one and 10 each for three: 10.5.
        var rows = Decomposition.OfRatio(1, Whole(20, 2, 42, 4), [Ratio("a", 10, 1, 12, 1), Ratio("b", 10, 1, 30, 3)], ExplanationRowKind.Remainder);

        Assert.Equal(0.5m, rows.Sum(row => row.Contribution));
        Assert.Equal([0.75m, 0m], rows.Select(row => row.Within!.Value));
    }

    [Fact]
    public void Categories_that_share_the_population_are_added_and_the_population_is_a_row()
    {
        var rows = Decomposition.OfSharedDenominator(100, Whole(30, 100, 50, 200), [Count("large", 10, 20), Count("low", 20, 30)], ExplanationRowKind.Overlap, "population");

        Assert.Equal([("large", 7.5m), ("low", 7.5m), ("population", -20m)], Short(rows));
    }

    [Fact]
    public void People_of_two_categories_are_taken_off_once() => Assert.Equal(
        [("large", 10m), ("low", 0m), ("population", 0m), ("overlap", -5m)],
        Short(Decomposition.OfSharedDenominator(100, Whole(30, 100, 35, 100), [Count("large", 10, 20), Count("low", 20, 20)], ExplanationRowKind.Overlap, "population")));

    [Fact]
    public void A_rate_is_divided_between_its_numerator_and_its_denominator() => Assert.Equal(
        [("grants_approved", 15m), ("grant_applications", -20m)],
        Short(Decomposition.OfFactors(100, Whole(30, 100, 50, 200), "grants_approved", "grant_applications")));

    [Fact]
    public void A_sum_is_divided_between_how_many_and_how_much_each() => Assert.Equal(
        [("families", 550m), ("average", 250m)],
        Short(Decomposition.OfProduct(Whole(1_000, 10, 1_800, 15), "families")));

    [Fact]
    public void Fewer_families_with_more_each_have_opposite_signs() => Assert.Equal(
        [("families", -220m), ("average", 220m)],
        Short(Decomposition.OfProduct(Whole(1_200, 12, 1_200, 10), "families")));

    [Fact]
    public void Families_change_by_who_came_and_who_left() => Assert.Equal(
        [("families_new", 30m), ("families_exited", -50m)], Short(Decomposition.OfTurnover("families_new", 30, "families_exited", 50)));

    [Fact]
    public void Random_sums_add_up_exactly() => Gen.Select(Parts, Gen.Int[-1_000, 1_000], Gen.Int[-1_000, 1_000]).Sample((parts, less, fewer) =>
    {
        var whole = new Part("whole", new Amounts(Sum(parts, before: true).Numerator + less), new Amounts(Sum(parts, before: false).Numerator + fewer));
        return AddsUp(whole.Now!.Numerator - whole.Before!.Numerator, Decomposition.OfAmounts(whole, parts, ExplanationRowKind.Overlap));
    });

    [Fact]
    public void Random_rates_add_up_to_the_last_digit() => Gen.Select(Parts, Gen.Int[0, 900], Gen.Int[0, 900], Gen.Bool.Select(isRate => isRate ? 100 : 1)).Sample((parts, twice, again, factor) =>
    {
        var whole = new Part("whole", Less(Sum(parts, before: true), twice), Less(Sum(parts, before: false), again));
        return AddsUp(
            Value(factor, whole.Now!) - Value(factor, whole.Before!),
            Decomposition.OfRatio(factor, whole, parts, twice + again > 0 ? ExplanationRowKind.Overlap : ExplanationRowKind.Remainder));
    });

    [Fact]
    public void Random_rates_of_one_denominator_and_factors_add_up_to_the_last_digit() => Gen.Select(Parts, Gen.Int[1, 2_000_000], Gen.Int[1, 2_000_000]).Sample((parts, before, now) =>
    {
        var whole = new Part("whole", new Amounts(Sum(parts, before: true).Numerator, before), new Amounts(Sum(parts, before: false).Numerator, now));
        var change = Value(100, whole.Now!) - Value(100, whole.Before!);
        return AddsUp(change, Decomposition.OfSharedDenominator(100, whole, parts, ExplanationRowKind.Overlap, "population"))
            && AddsUp(change, Decomposition.OfFactors(100, whole, "n", "d"))
            && AddsUp(whole.Now!.Numerator - whole.Before!.Numerator, Decomposition.OfProduct(whole, "n"));
    });

    private static bool AddsUp(decimal change, IReadOnlyList<ExplanationRow> divided)
    {
        var (rows, _) = ExactSum.Of(change, divided);
        return rows.Sum(row => row.Contribution) == change
            && rows.All(row => row.Within is null || row.Within + row.Mix == row.Contribution)
            && rows.All(row => row.Kind != ExplanationRowKind.Rounding || Math.Abs(row.Contribution) < 0.000000000000001m);
    }

    private static decimal Value(int factor, Amounts amounts) => amounts.Numerator * factor / amounts.Denominator!.Value;

    private static Amounts Sum(Part[] parts, bool before) => parts.Select(part => before ? part.Before : part.Now).Aggregate(
        new Amounts(0, 0), (sum, part) => new Amounts(sum.Numerator + (part?.Numerator ?? 0), sum.Denominator + (part?.Denominator ?? 0)));

    // Someone counted twice is one in the whole; the whole has at least one to divide by.
    private static Amounts Less(Amounts amounts, int twice) => new(Math.Max(0, amounts.Numerator - twice), Math.Max(1, amounts.Denominator!.Value - (2 * twice)));

    private static Part Whole(decimal before, decimal now) => Count("whole", before, now);

    private static Part Whole(decimal before, decimal of, decimal now, decimal ofNow) => Ratio("whole", before, of, now, ofNow);

    private static Part Count(string code, decimal before, decimal now) => new(code, new Amounts(before), new Amounts(now));

    private static Part Ratio(string code, decimal before, decimal of, decimal now, decimal ofNow) => new(code, new Amounts(before, of), new Amounts(now, ofNow));

    private static List<(string Code, decimal Contribution)> Short(IReadOnlyList<ExplanationRow> rows) => [.. rows.Select(row => (row.Code, row.Contribution))];
}
