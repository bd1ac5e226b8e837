namespace Analytics.ChaosTests.Sources;

/// <summary>What tells one state of a unit from another: rows, both amounts in tiyn, and a sum over the rows that no exchange of values leaves as it is.</summary>
public sealed record Totals(long Rows, long Assigned, long Paid, ulong Mix)
{
    public static Totals Empty { get; } = new(0, 0, 0, 0);

    /// <summary>All money, as the ledger counts it.</summary>
    public long Money => Assigned + Paid;

    public static Totals Of(IEnumerable<SourceRow> rows) => rows.Aggregate(Empty, static (sum, row) => unchecked(new(
        sum.Rows + 1, sum.Assigned + row.Assigned, sum.Paid + row.Paid, sum.Mix + MixOf(row))));

    // The same as in facts.sql, modulo 2⁶⁴.
    private static ulong MixOf(SourceRow row) => unchecked(
        ((ulong)row.Id * 2654435761UL + 12345) * ((ulong)row.Paid * 40503UL + (ulong)row.Assigned + (row.IsLargeFamily ? 1UL : 2UL) + 7));
}
