namespace Analytics.Dashboard.Pages.Maps;

/// <summary>
/// The limits between the classes of a map: quintiles of all values of all years, rounded, so that a colour means the same in every year.
/// Values are as they are shown; a value that is shown as a limit belongs to the class above it.
/// </summary>
/// <param name="Limits">Limits, ascending; one fewer than classes.</param>
/// <param name="Decimals">Decimals shown.</param>
public sealed record ClassLimits(IReadOnlyList<decimal> Limits, int Decimals)
{
    public const int MostClasses = 5;

    /// <summary>The value next below a limit, as shown.</summary>
    private decimal Step => 1m / (decimal)Math.Pow(10, Decimals);

    public int Classes => Limits.Count + 1;

    public static ClassLimits Of(IEnumerable<decimal> values, int decimals)
    {
        var ordered = values.Select(value => Math.Round(value, decimals, MidpointRounding.AwayFromZero)).Order().ToList();
        if (ordered.Count == 0)
        {
            return new ClassLimits([], decimals);
        }

        var quintiles = Enumerable.Range(1, MostClasses - 1)
            .Select(part => ordered[Math.Min(ordered.Count - 1, ordered.Count * part / MostClasses)])
            .ToList();
        var narrowest = quintiles.Zip(quintiles.Skip(1), (lower, upper) => upper - lower).Where(gap => gap > 0).DefaultIfEmpty(0).Min();
        var rounding = Nice(narrowest / 2, decimals);
        // A limit that no value lies below would be the limit of an empty class.
        return new ClassLimits(
            [.. quintiles.Select(quintile => Math.Round(quintile / rounding, MidpointRounding.AwayFromZero) * rounding).Distinct().Where(limit => limit > ordered[0])],
            decimals);
    }

    /// <summary>Number of a shown value's class, from 1.</summary>
    public int ClassOf(decimal shown) => Limits.Count(limit => limit <= shown) + 1;

    /// <summary>The least and the greatest value of a class as they are shown; null at the open ends.</summary>
    public (decimal? Least, decimal? Greatest) Range(int number) =>
        (number == 1 ? null : Limits[number - 2], number == Classes ? null : Limits[number - 1] - Step);

    // 1, 2 or 5 times a power of ten, at most the width, at least what is shown.
    private static decimal Nice(decimal width, int decimals)
    {
        var step = 1m / (decimal)Math.Pow(10, decimals);
        while (true)
        {
            foreach (var next in new[] { step * 2, step * 5, step * 10 })
            {
                if (next > width)
                {
                    return next == step * 2 ? step : next == step * 5 ? step * 2 : step * 5;
                }
            }

            step *= 10;
        }
    }
}
