using Analytics.Etl.Loading;

namespace Analytics.UnitTests.Etl.Loading;

public sealed class FactWriterTests
{
    private static readonly DateOnly Day = new(2020, 3, 14);

    // Row 17, day 18335, district 10, "Ярмарка" with its length, 120 attendees; little-endian.
    [Fact]
    public void A_row_is_written_as_RowBinary()
    {
        var fact = OutreachEvent();
        var bytes = fact.Exchange(new RowBuffer());

        Assert.Equal("11000000000000009F470A0000000ED0AFD180D0BCD0B0D180D0BAD0B078000000", Convert.ToHexString(bytes.Written.Span));
        Assert.Equal(0, fact.Pending);
    }

    // The formula of the column row_hash, computed with Python; the integration tests compare it with ClickHouse itself.
    [Fact]
    public void The_hash_of_a_row_is_that_of_the_fact_table()
    {
        var fact = OutreachEvent();

        Assert.Equal(2096196256594538779UL, fact.HashSum);
        Assert.Equal("1d172f63a5d2311b", FactTotals.Of(fact).Fingerprint);
    }

    [Fact]
    public void Hashes_of_rows_are_added_so_that_their_order_does_not_matter()
    {
        var (one, other) = (new FactWriter(), new FactWriter());
        Row(one, 1, null);
        Row(one, 2, Day);
        Row(other, 2, Day);
        Row(other, 1, null);

        Assert.Equal(953953933925738955UL, one.HashSum);
        Assert.Equal(953953933925738955UL, other.HashSum);
    }

    [Fact]
    public void A_missing_day_is_one_byte_and_a_known_one_three()
    {
        var fact = new FactWriter();
        Row(fact, 1, null);
        Row(fact, 1, Day);
        var bytes = fact.Exchange(new RowBuffer());

        Assert.Equal("010000000000000001" + "0100000000000000009F47", Convert.ToHexString(bytes.Written.Span));
    }

    [Fact]
    public void Money_is_counted_over_all_columns_of_all_rows()
    {
        var fact = new FactWriter();
        Money(fact, 1, 500, 400);
        Money(fact, 2, 300, 0);

        Assert.Equal((2L, 1_200L), (fact.Rows, fact.MoneyTiyn));
    }

    [Fact]
    public void Amounts_that_change_places_between_rows_change_the_hash()
    {
        var (one, other) = (new FactWriter(), new FactWriter());
        Money(one, 1, 500, 400);
        Money(one, 2, 300, 200);
        Money(other, 1, 300, 400);
        Money(other, 2, 500, 200);

        Assert.Equal(one.MoneyTiyn, other.MoneyTiyn);
        Assert.NotEqual(one.HashSum, other.HashSum);
        Assert.False(FactTotals.Of(one).IsSameAs(FactTotals.Of(other)));
    }

    [Fact]
    public void The_last_day_is_the_latest_of_the_rows_own_days()
    {
        var fact = new FactWriter();
        fact.BeginRow(1);
        fact.Day(Day, isPeriod: true);
        fact.Day(Day.AddYears(1));
        fact.EndRow();
        fact.BeginRow(2);
        fact.Day(Day.AddDays(-1), isPeriod: true);
        fact.EndRow();

        Assert.Equal(Day, fact.LastDay);
    }

    [Fact]
    public void A_long_text_carries_its_length_in_more_bytes()
    {
        var fact = new FactWriter();
        fact.Label(new string('a', 300));

        Assert.Equal(302, fact.Pending);
    }

    private static FactWriter OutreachEvent()
    {
        var fact = new FactWriter();
        fact.BeginRow(17);
        fact.Day(Day, isPeriod: true);
        fact.UInt32(10);
        fact.Label("Ярмарка");
        fact.UInt32(120);
        fact.EndRow();
        return fact;
    }

    private static void Row(FactWriter fact, long id, DateOnly? day)
    {
        fact.BeginRow(id);
        fact.OptionalDay(day);
        fact.EndRow();
    }

    private static void Money(FactWriter fact, long id, long assigned, long paid)
    {
        fact.BeginRow(id);
        fact.Money(assigned);
        fact.Money(paid);
        fact.EndRow();
    }
}
