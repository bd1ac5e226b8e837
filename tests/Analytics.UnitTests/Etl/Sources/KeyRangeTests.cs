using Analytics.Etl.Sources;
using CsCheck;

namespace Analytics.UnitTests.Etl.Sources;

public sealed class KeyRangeTests
{
    [Fact]
    public void Few_rows_are_one_range() => Assert.Equal([KeyRange.All], KeyRange.Divide(1, 1_000_000, 199_999, 4));

    [Fact]
    public void Many_rows_are_divided_by_their_numbers() => Assert.Equal(
        [new KeyRange(null, 500_001), new KeyRange(500_001, null)], KeyRange.Divide(1, 1_000_000, 1_000_000, 2));

    [Fact]
    public void A_range_is_a_condition_and_rows_without_a_number_are_in_the_first() => Assert.Equal(
        ["", " AND (row_id IS NULL OR row_id < 5)", " AND row_id >= 5 AND row_id < 9", " AND row_id >= 9"],
        [KeyRange.All.Condition("row_id"), new KeyRange(null, 5).Condition("row_id"), new KeyRange(5, 9).Condition("row_id"), new KeyRange(9, null).Condition("row_id")]);

    [Fact]
    public void Every_number_lies_in_exactly_one_range() => Gen.Select(Gen.Long, Gen.Long, Gen.Long, Gen.Int[1, 16]).Sample((one, other, number, parts) =>
    {
        var ranges = KeyRange.Divide(Math.Min(one, other), Math.Max(one, other), 10_000_000, parts);
        return ranges.Count(range => (range.From is not { } from || number >= from) && (range.Until is not { } until || number < until)) == 1;
    });
}
