using System.Globalization;

namespace Analytics.Etl.Demo;

/// <summary>What synthetic data to write. Equal options give equal rows.</summary>
/// <param name="Scale">Number of calibrated replicas of the region, 1 to 200; every total is exactly that many times the total of one.</param>
/// <param name="Seed">Seed of all random choices.</param>
/// <param name="From">First month written, <c>YYYY-MM</c>, not before 2019-01.</param>
/// <param name="To">Last month written, <c>YYYY-MM</c>, not after 2025-12. The calibration holds for years that lie wholly inside.</param>
public sealed record DemoOptions(int Scale = 1, ulong Seed = 1, string From = "2019-01", string To = "2025-12")
{
    internal static readonly DateOnly FirstDay = new(2019, 1, 1);
    internal static readonly DateOnly LastDay = new(2025, 12, 31);

    /// <summary>First day of the first month written.</summary>
    public DateOnly FromMonth => Month(From);

    /// <summary>First day of the last month written.</summary>
    public DateOnly ToMonth => Month(To);

    /// <summary>Throws <see cref="ArgumentException"/> with a message for people when a value is out of its range.</summary>
    public void Validate()
    {
        if (Scale is < 1 or > 200)
        {
            throw new ArgumentException($"Scale must be 1 to 200, not {Scale}.");
        }
        if (FromMonth < FirstDay || ToMonth > LastDay || FromMonth > ToMonth)
        {
            throw new ArgumentException($"Demo data exist from 2019-01 to 2025-12; asked was {From} to {To}.");
        }
    }

    private static DateOnly Month(string text) =>
        DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
            ? month
            : throw new ArgumentException($"'{text}' is not a month; write it as 2019-01.");
}
