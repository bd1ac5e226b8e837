namespace Analytics.Warehouse.Explanations;

/// <summary>
/// Rows that add up to their change to the last digit. Divisions are not exact in decimals: rows are rounded to
/// <see cref="Decimals"/>, and the rest, some units of the last place, goes to one row, which is named.
/// </summary>
internal static class ExactSum
{
    /// <summary>Decimals of a divided contribution.</summary>
    public const int Decimals = 18;

    public static decimal Round(decimal value) => decimal.Round(value, Decimals, MidpointRounding.AwayFromZero);

    /// <summary>The rows, of which one has taken the rest, and its code; null when there was none.</summary>
    public static (IReadOnlyList<ExplanationRow> Rows, string? RoundedInto) Of(decimal change, IReadOnlyList<ExplanationRow> rows)
    {
        var rest = change - Sum(rows);
        if (rest == 0)
        {
            return (rows, null);
        }

        // What is counted twice is itself a rest; after it the largest row feels it least. Few digits are left to a very large row,
        // so that not every one can take the last.
        var candidates = rows.OrderByDescending(row => row.Kind is ExplanationRowKind.Overlap or ExplanationRowKind.Remainder)
            .ThenByDescending(row => Math.Abs(row.Contribution));
        foreach (var taker in candidates)
        {
            List<ExplanationRow> fitted = [.. rows.Select(row => row == taker
                ? row with { Contribution = row.Contribution + rest, Within = row.Within + rest }
                : row)];
            if (Sum(fitted) == change)
            {
                return (fitted, taker.Code);
            }
        }

        return ([.. rows, new ExplanationRow("rounding", ExplanationRowKind.Rounding, PartState.Both, null, null, null, null, rest)], "rounding");
    }

    private static decimal Sum(IEnumerable<ExplanationRow> rows) => rows.Sum(row => row.Contribution);
}
