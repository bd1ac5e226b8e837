using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Api;

/// <summary>The question of what changed between two publications, of <c>/api/v1/publications/diff</c> and the page <c>/changes</c>.</summary>
/// <param name="From">Number of the first publication.</param>
/// <param name="To">Number of the second.</param>
/// <param name="Indicator">Only this one, or null.</param>
/// <param name="Period">Only this one, or null.</param>
/// <param name="Offset">Figures to pass over.</param>
/// <param name="Limit">Most figures.</param>
public sealed record ChangesQuery(long From, long To, Indicator? Indicator, Period? Period, int Offset, int Limit)
{
    private const int UsualLimit = 200;
    private const int LargestLimit = 2_000;

    /// <exception cref="WrongQueryException">A parameter is missing or wrong.</exception>
    public static ChangesQuery Read(string? from, string? to, string? indicator, string? period, string? offset, string? limit) => new(
        Publication("from", from),
        Publication("to", to),
        string.IsNullOrEmpty(indicator) ? null : IndicatorCatalogue.Find(indicator) ?? throw new WrongQueryException("indicator", "There is no such indicator; /api/v1/indicators lists them."),
        string.IsNullOrEmpty(period) ? null : QueryText.Period(period),
        Whole("offset", offset, 0, 1_000_000),
        Whole("limit", limit, UsualLimit, LargestLimit));

    private static long Publication(string parameter, string? text) => string.IsNullOrEmpty(text)
        ? throw new WrongQueryException(parameter, $"{parameter} is missing. Write the number of a publication; /api/v1/publications lists them.")
        : QueryText.Number(parameter, text);

    private static int Whole(string parameter, string? text, int usual, int largest) => string.IsNullOrEmpty(text)
        ? usual
        : QueryText.Number(parameter, text) is var number && number <= largest
            ? (int)number
            : throw new WrongQueryException(parameter, $"{parameter} may be at most {largest}.");
}
