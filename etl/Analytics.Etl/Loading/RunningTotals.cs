using System.Runtime.InteropServices;
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
    private readonly Dictionary<string, GroupTotals>.AlternateLookup<ReadOnlySpan<char>> sumsByKey;
    private char[] key = new char[256];

    public RunningTotals(IReadOnlyList<ContractColumn> columns, UnitTotals totals)
    {
        this.totals = totals;
        groups = [.. Enumerable.Range(0, columns.Count).Where(column => columns[column].IsGroup)];
        numbers = [.. Enumerable.Range(0, columns.Count).Where(column => !columns[column].IsGroup)];
        isMoney = [.. numbers.Select(column => columns[column].Kind == ColumnKind.Money)];
        sumsByKey = sums.GetAlternateLookup<ReadOnlySpan<char>>();
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

        ref var sum = ref CollectionsMarshal.GetValueRefOrAddDefault(sumsByKey, Key(cells), out _);
        sum += new GroupTotals(1, money, RowMix.Of(weighted));
    }

    /// <summary>Hands the sums over; called once, after the last row.</summary>
    public void Complete()
    {
        foreach (var (group, sum) in sums)
        {
            totals.Add(group, sum);
        }
    }

    private ReadOnlySpan<char> Key(ReadOnlySpan<Cell> cells)
    {
        var length = 0;
        for (var group = 0; group < groups.Length; group++)
        {
            var text = cells[groups[group]].Text ?? "";
            if (length + text.Length + 1 > key.Length)
            {
                Array.Resize(ref key, 2 * (length + text.Length + 1));
            }

            if (group > 0)
            {
                key[length++] = UnitTotals.Separator;
            }

            text.CopyTo(key.AsSpan(length));
            length += text.Length;
        }

        return key.AsSpan(0, length);
    }
}
