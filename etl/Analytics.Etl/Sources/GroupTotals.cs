namespace Analytics.Etl.Sources;

/// <summary>Totals of the rows that share all group columns.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="MoneyTiyn">Sum of the money columns.</param>
/// <param name="Mix">Sum of the rows' mixes, <see cref="RowMix"/>.</param>
public readonly record struct GroupTotals(long Rows, long MoneyTiyn, long Mix)
{
    public static GroupTotals operator +(GroupTotals one, GroupTotals other) =>
        new(one.Rows + other.Rows, one.MoneyTiyn + other.MoneyTiyn, one.Mix + other.Mix);

    public static GroupTotals Add(GroupTotals left, GroupTotals right) => left + right;
}
