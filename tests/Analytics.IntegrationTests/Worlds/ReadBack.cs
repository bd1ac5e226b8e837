using Analytics.Etl.Loading;
using Analytics.Etl.Sources;

namespace Analytics.IntegrationTests.Worlds;

/// <summary>What the round trips of the dialects share: values of a test, and the totals of the rows that are read.</summary>
internal static class ReadBack
{
    /// <summary>Totals as the loader computes them of a unit's rows.</summary>
    public static async Task<UnitTotals> TotalsAsync(ISourceSnapshot snapshot, Mapping mapping, UnitPeriod unit, int parts, CancellationToken cancellationToken)
    {
        var running = new RunningTotals(mapping.Process.Columns);
        var block = new RowBlock(mapping.Process.Columns.Count);
        await using var rows = (await snapshot.ReadAsync(mapping, unit, parts, cancellationToken)).Single();
        do
        {
            await rows.FillAsync(block, cancellationToken);
            for (var row = 0; row < block.Count; row++)
            {
                running.Add(block[row], block.Mix(row));
            }
        }
        while (block.IsFull);
        return running.Totals;
    }

    /// <summary>Values that are divided by ", " outside brackets.</summary>
    public static List<string> Split(string values) =>
        [.. values.Split(", ").Aggregate(new List<string>(), (parts, part) =>
        {
            if (parts.Count > 0 && parts[^1].Count(letter => letter == '(') > parts[^1].Count(letter => letter == ')'))
            {
                parts[^1] += ", " + part;
                return parts;
            }

            parts.Add(part);
            return parts;
        })];
}
