namespace Analytics.Warehouse.Forecasts;

/// <summary>
/// The year's end from the year to date by the share of the year that past years had reached by the same month, with the doubt that
/// the same method showed on each of them. Formulas, sources and limits: docs/forecast.md.
/// </summary>
public sealed record SeasonalShare
{
    /// <summary>Fewer years have no spread.</summary>
    public const int FewestYears = 2;

    /// <summary>Probabilities of the intervals that are told.</summary>
    public static IReadOnlyList<double> Levels { get; } = [0.8, 0.95];

    private SeasonalShare(decimal toDate, IReadOnlyList<PastYear> years)
    {
        (ToDate, Years) = (toDate, years);
        (Share, Expected) = (Sum(years).ToDate / Sum(years).Whole, End(toDate, years));
        BackTest = [.. years.Select(year => new BackTestYear(year.Year, year.ToDate, End(year.ToDate, [.. years.Where(other => other != year)]), year.Whole))];

        // The back-test had one year fewer to learn from than the forecast has: the factor makes of its error that of one more year.
        var (count, misses) = ((double)years.Count, BackTest.Sum(year => year.Miss * year.Miss));
        Spread = Math.Sqrt(misses * (count * count - 1) / (count * count * count));
    }

    /// <summary>What has been reached, above zero.</summary>
    public decimal ToDate { get; }

    /// <summary>The past years used.</summary>
    public IReadOnlyList<PastYear> Years { get; }

    /// <summary>Share of the year that past years had reached by the month: their sums divided, 0 to 1.</summary>
    public decimal Share { get; }

    /// <summary>The year's end that is expected, unrounded; never below what has been reached.</summary>
    public decimal Expected { get; }

    /// <summary>The method on each past year, from the others.</summary>
    public IReadOnlyList<BackTestYear> BackTest { get; }

    /// <summary>Standard error of the forecast, as a part of it.</summary>
    public double Spread { get; }

    public int DegreesOfFreedom => Years.Count - 1;

    /// <summary>Mean of the back-test's errors without their signs, in percent of the facts.</summary>
    public decimal MeanErrorPercent => BackTest.Average(year => Math.Abs(year.ErrorPercent));

    /// <param name="toDate">What has been reached, above zero.</param>
    /// <param name="years">At least <see cref="FewestYears"/> past years.</param>
    public static SeasonalShare Of(decimal toDate, IReadOnlyList<PastYear> years)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(toDate);
        ArgumentOutOfRangeException.ThrowIfLessThan(years.Count, FewestYears);
        return new SeasonalShare(toDate, years);
    }

    /// <summary>Between what the year's end lies with a probability, 0 to 1. What has been reached cannot be lost.</summary>
    public (decimal Low, decimal High) Interval(double level)
    {
        var half = (decimal)(StudentT.Quantile(level, DegreesOfFreedom) * Spread);
        return (Math.Max(ToDate, Expected * (1 - half)), Expected * (1 + half));
    }

    /// <summary>Probability, 0 to 1, that the year's end is at least a number.</summary>
    public double AtLeast(decimal number) => number <= ToDate ? 1 : 1 - Below(number);

    /// <summary>Probability, 0 to 1, that the year's end is at most a number.</summary>
    public double AtMost(decimal number) => number < ToDate ? 0 : number == Expected && Spread == 0 ? 1 : Below(number);

    private static decimal End(decimal toDate, IReadOnlyList<PastYear> years) => Math.Max(toDate, toDate * Sum(years).Whole / Sum(years).ToDate);

    private static (decimal ToDate, decimal Whole) Sum(IReadOnlyList<PastYear> years) => (years.Sum(year => year.ToDate), years.Sum(year => year.Whole));

    // Without any spread all chance lies in the forecast itself.
    private double Below(decimal number) => Spread == 0
        ? number > Expected ? 1 : 0
        : StudentT.AtMost((double)((number - Expected) / Expected) / Spread, DegreesOfFreedom);
}
