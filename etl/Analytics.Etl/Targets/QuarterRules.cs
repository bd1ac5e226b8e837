using Analytics.Warehouse.Indicators;

namespace Analytics.Etl.Targets;

/// <summary>
/// What the plan of four quarters must keep: all four or none; of amounts and events the quarters' own, which add up to the year; of
/// distinct people the level reached by each quarter's end, which does not fall and ends at the year's plan; of levels and rates none.
/// </summary>
internal static class QuarterRules
{
    /// <summary>Name of the rule that is broken, or null.</summary>
    public static string? Broken<T>(Indicator indicator, T year, IReadOnlyList<T?> quarters) where T : struct, System.Numerics.INumber<T>
    {
        var given = quarters.Where(quarter => quarter is not null).Select(quarter => quarter!.Value).ToList();
        return indicator.Accumulation switch
        {
            _ when given.Count == 0 => null,
            Accumulation.Stock or Accumulation.Ratio => Reject("quarters_of_a_level"),
            _ when given.Count < 4 => Reject("quarters_incomplete"),
            Accumulation.Flow when given.Aggregate(T.Zero, static (sum, quarter) => sum + quarter) != year => Reject("quarters_differ_from_year"),
            Accumulation.Distinct when given[3] != year || given.Zip(given.Skip(1)).Any(pair => pair.First > pair.Second) => Reject("quarters_not_cumulative"),
            _ => null,
        };
    }

    private static string Reject(string rule) => rule;
}
