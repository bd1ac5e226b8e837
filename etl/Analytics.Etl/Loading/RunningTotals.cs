using Analytics.Etl.Sources;

namespace Analytics.Etl.Loading;

/// <summary>Computes, from the rows as they are read, what the source computed in its own SQL.</summary>
internal sealed class RunningTotals
{
    private readonly UnitTotals totals;
    private readonly int[] groups;
    private readonly int[] numbers;
    private readonly bool[] isMoney;
    private readonly Dictionary<string, GroupTotals> sums = new(StringComparer.Ordinal);
    private readonly string?[] lastParts;
    private string lastKey = "";
    private GroupTotals lastSums;

    public RunningTotals(IReadOnlyList<ContractColumn> columns, UnitTotals totals)
    {
        this.totals = totals;
        groups = [.. Enumerable.Range(0, columns.Count).Where(column => columns[column].IsGroup)];
        numbers = [.. Enumerable.Range(0, columns.Count).Where(column => !columns[column].IsGroup)];
        isMoney = [.. numbers.Select(column => columns[column].Kind == ColumnKind.Money)];
        lastParts = new string?[groups.Length];
    }

    public long Rows { get; private set; }

    public void Add(ReadOnlySpan<Cell> cells)
    {
        Rows++;
        var (weighted, money) = (0L, 0L);
        for (var number = 0; number < numbers.Length; number++)
        {
            var value = cells[numbers[number]].FingerprintNumber;
            weighted += value % RowMix.Modulus * RowMix.Weight(number);
            money += isMoney[number] ? value % RowMix.MoneyModulus : 0;
        }

        SwitchGroup(cells);
        lastSums += new GroupTotals(1, money, RowMix.Of(weighted));
    }

    /// <summary>Hands the sums over; called once, after the last row.</summary>
    public void Complete()
    {
        Keep();
        foreach (var (group, sum) in sums)
        {
            totals.Add(group, sum);
        }
    }

    // Rows of one group often follow each other, and their texts are the same objects.
    private void SwitchGroup(ReadOnlySpan<Cell> cells)
    {
        var same = Rows > 1;
        for (var group = 0; same && group < groups.Length; group++)
        {
            same = ReferenceEquals(cells[groups[group]].Text, lastParts[group]) || cells[groups[group]].Text == lastParts[group];
        }

        if (same)
        {
            return;
        }

        Keep();
        for (var group = 0; group < groups.Length; group++)
        {
            lastParts[group] = cells[groups[group]].Text;
        }

        lastKey = string.Join(UnitTotals.Separator, lastParts);
        lastSums = sums.GetValueOrDefault(lastKey);
    }

    private void Keep()
    {
        if (Rows > 0 && lastSums.Rows > 0)
        {
            sums[lastKey] = lastSums;
        }
    }
}
