using Analytics.Etl.Sources;

namespace Analytics.Etl.Loading;

/// <summary>Computes, from the rows as they are read, what the source computed in its own SQL.</summary>
public sealed class RunningTotals(IReadOnlyList<ContractColumn> columns)
{
    private readonly int[] money = [.. Enumerable.Range(0, columns.Count).Where(column => columns[column].Kind == ColumnKind.Money)];
    private long rows;
    private long moneyTiyn;
    private long mix;

    public UnitTotals Totals => new(rows, moneyTiyn, mix);

    /// <param name="cells">A row.</param>
    /// <param name="rowMix">Its mix, as the source's dialect makes it.</param>
    public void Add(ReadOnlySpan<Cell> cells, long rowMix)
    {
        rows++;
        foreach (var column in money)
        {
            moneyTiyn = unchecked(moneyTiyn + cells[column].FingerprintNumber % RowMix.MoneyModulus);
        }

        mix = unchecked(mix + rowMix);
    }
}
