using Analytics.Warehouse.Dimensions;

namespace Analytics.Warehouse.Indicators;

/// <summary>The region and its units, as a table lists them on the boundaries asked for.</summary>
public static class AskedTerritories
{
    /// <param name="territories">All territories.</param>
    /// <param name="boundaries">On boundaries of the day the units of the period; on current ones today's; on common ones one unit for each land that is the same in all periods.</param>
    /// <param name="periods">The period asked for, then those that it is compared with.</param>
    public static IReadOnlyList<Territory> Of(Territories territories, Boundaries boundaries, IReadOnlyList<Period> periods)
    {
        var (first, last) = (periods.Min(period => period.FirstDay), periods.Max(period => period.LastDay));
        return boundaries switch
        {
            Boundaries.Current => [territories.Region, .. territories.Land.Today.Units],
            Boundaries.Common when !territories.Land.IsUnchanged(first, last) => [territories.Region, .. territories.Land.Common(first, last).Select(land => land.Units[0])],
            _ => territories.During(periods[0].FirstDay, periods[0].LastDay),
        };
    }
}
