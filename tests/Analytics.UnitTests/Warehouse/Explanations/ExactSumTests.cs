using Analytics.Warehouse.Explanations;

namespace Analytics.UnitTests.Warehouse.Explanations;

public sealed class ExactSumTests
{
    private const decimal Third = 0.333333333333333333m;

    [Fact]
    public void Rows_that_add_up_stay_as_they_are() => Assert.Equal((null, 3m), Of(3, Row("a", 1), Row("b", 2)));

    [Fact]
    public void The_last_digit_goes_to_the_largest_row()
    {
        var (rows, roundedInto) = ExactSum.Of(1, [Row("a", Third), Row("b", -Third), Row("c", 3 * Third)]);

        Assert.Equal("c", roundedInto);
        Assert.Equal([Third, -Third, 1m], rows.Select(row => row.Contribution));
    }

    [Fact]
    public void The_last_digit_goes_to_what_is_counted_twice_before_any_part()
    {
        var (rows, roundedInto) = ExactSum.Of(1, [Row("a", 2 * Third), Row("overlap", Third, ExplanationRowKind.Overlap)]);

        Assert.Equal(("overlap", 0.333333333333333334m), (roundedInto, rows[1].Contribution));
    }

    [Fact]
    public void Where_a_row_is_divided_its_within_takes_the_last_digit()
    {
        var (rows, _) = ExactSum.Of(1, [Row("a", 3 * Third) with { Within = 2 * Third, Mix = Third }]);

        Assert.Equal((0.666666666666666667m, Third, 1m), (rows[0].Within!.Value, rows[0].Mix!.Value, rows[0].Contribution));
    }

    [Fact]
    public void Where_no_row_has_room_for_the_last_digit_it_is_a_row_of_its_own()
    {
        var change = 0.0000000000000000000000000001m;

        var (rows, roundedInto) = ExactSum.Of(change, [Row("a", 12.5m), Row("b", -12.5m)]);

        Assert.Equal(("rounding", 3, change), (roundedInto, rows.Count, rows.Sum(row => row.Contribution)));
    }

    [Fact]
    public void The_share_of_no_change_is_absent_not_zero() => Assert.Equal((null, -50m), (Row("a", 5).ShareOf(0), Row("a", 5).ShareOf(-10)));

    private static (string? RoundedInto, decimal Sum) Of(decimal change, params ExplanationRow[] rows) =>
        ExactSum.Of(change, rows) is var (exact, roundedInto) ? (roundedInto, exact.Sum(row => row.Contribution)) : default;

    private static ExplanationRow Row(string code, decimal contribution, ExplanationRowKind kind = ExplanationRowKind.Part) =>
        new(code, kind, PartState.Both, null, null, null, null, contribution);
}
