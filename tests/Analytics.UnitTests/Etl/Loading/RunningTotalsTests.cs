using System.Text;
using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using CsCheck;

namespace Analytics.UnitTests.Etl.Loading;

public sealed class RunningTotalsTests
{
    private static readonly ContractColumn[] Columns =
        [new("row_id", ColumnKind.RowId), new("district_code", ColumnKind.District), new("assigned_tiyn", ColumnKind.Money), new("paid_tiyn", ColumnKind.Money)];

    private static readonly Gen<Cell[]> Rows = Gen.Select(
        Gen.Long[1, 1_000_000], Gen.Bool.Select(one => one ? "631000000" : "632400000"), Gen.Long[0, 1_000_000_000], Gen.Long[0, 1_000_000_000], Row);

    [Fact]
    public void Rows_and_money_are_counted()
    {
        var totals = Totals([Row(1, "631000000", 500, 400), Row(2, "632400000", 300, 300)]);

        Assert.Equal((2L, 1_500L), (totals.Rows, totals.MoneyTiyn));
    }

    [Fact]
    public void Two_rows_that_exchange_their_amounts_change_the_fingerprint() => Assert.NotEqual(
        Totals([Row(1, "631000000", 500, 400), Row(2, "631000000", 300, 200)]).Fingerprint,
        Totals([Row(1, "631000000", 300, 400), Row(2, "631000000", 500, 200)]).Fingerprint);

    [Fact]
    public void Two_columns_that_exchange_their_amounts_change_the_fingerprint() => Assert.NotEqual(
        Totals([Row(1, "631000000", 500, 400)]).Fingerprint, Totals([Row(1, "631000000", 400, 500)]).Fingerprint);

    [Fact]
    public void A_row_that_moves_to_another_district_changes_the_fingerprint() => Assert.NotEqual(
        Totals([Row(1, "631000000", 500, 400)]).Fingerprint, Totals([Row(1, "632400000", 500, 400)]).Fingerprint);

    [Fact]
    public void Two_rows_that_exchange_their_districts_change_the_fingerprint() => Assert.NotEqual(
        Totals([Row(1, "631000000", 500, 400), Row(2, "632400000", 500, 400)]).Fingerprint,
        Totals([Row(1, "632400000", 500, 400), Row(2, "631000000", 500, 400)]).Fingerprint);

    [Fact]
    public void The_order_of_rows_does_not_change_the_fingerprint() => Gen.Select(Rows.Array[0, 40], Gen.Int[0, 40]).Sample((rows, turn) =>
    {
        Cell[][] turned = [.. rows.Skip(turn), .. rows.Take(turn)];
        return Totals(rows).Fingerprint == Totals(turned).Fingerprint && Totals(rows) == Totals(turned);
    });

    [Fact]
    public void Any_amount_that_changes_in_any_row_changes_the_fingerprint() => Gen.Select(Rows.Array[1, 20], Gen.Int[0, 19], Gen.Long[1, 1_000_000]).Sample((rows, at, more) =>
    {
        var changed = rows.Select(row => row.ToArray()).ToArray();
        var row = changed[at % rows.Length];
        row[2] = Cell.Integer(row[2].Number + more);
        return Totals(rows).Fingerprint != Totals(changed).Fingerprint;
    });

    [Fact]
    public void A_row_more_or_less_changes_the_fingerprint() => Rows.Array[1, 20].Sample(rows =>
        Totals(rows).Fingerprint != Totals(rows[1..]).Fingerprint);

    private static Cell[] Row(long id, string district, long assigned, long paid) =>
        [Cell.Integer(id), Cell.OfText(Encoding.UTF8.GetBytes(district), district.GetHashCode(StringComparison.Ordinal)), Cell.Integer(assigned), Cell.Integer(paid)];

    private static UnitTotals Totals(Cell[][] rows)
    {
        var running = new RunningTotals(Columns);
        foreach (var row in rows)
        {
            running.Add(row, RowMix.Of(row));
        }

        return running.Totals;
    }
}
