using Analytics.Warehouse.Dimensions;

namespace Analytics.Warehouse.Indicators;

/// <summary>The land on which a figure of a territory stands: which cells of the lattice hold it, and when it lay in the region.</summary>
/// <param name="Territory">Territory asked for.</param>
/// <param name="CellId">Key of the cells.</param>
/// <param name="Boundaries">Boundaries of the cells.</param>
/// <param name="Land">Today's units that make up the land; null on boundaries of the day.</param>
internal sealed record Ground(Territory Territory, uint CellId, Boundaries Boundaries, Land? Land)
{
    /// <summary>The ground of a territory; null where it has none: on today's boundaries a unit that has ceased, on common ones land that was not in the region all the time.</summary>
    /// <param name="territories">All territories.</param>
    /// <param name="territory">Territory asked for.</param>
    /// <param name="boundaries">Boundaries asked for.</param>
    /// <param name="first">First day of all periods that are compared.</param>
    /// <param name="last">Last day of them.</param>
    public static Ground? Of(Territories territories, Territory territory, Boundaries boundaries, DateOnly first, DateOnly last)
    {
        if (boundaries == Boundaries.Common && territories.Land.IsUnchanged(first, last))
        {
            boundaries = Boundaries.AsReported;
        }

        var isRegion = territory.Kind == TerritoryKind.Region;
        var land = boundaries switch
        {
            Boundaries.AsReported => null,
            Boundaries.Current => isRegion ? territories.Land.Today : territories.Land.All.FirstOrDefault(one => one.Units is [var unit] && unit == territory),
            _ => isRegion ? territories.Land.CommonRegion(first, last) : territories.Land.CommonWith(territory, first, last),
        };
        return (boundaries, land) switch
        {
            (Boundaries.AsReported, _) => new Ground(territory, territory.Id, boundaries, null),
            (_, null) => null,
            // What is today's land is stored once.
            _ => new Ground(territory, land.Id, land.IsToday ? Boundaries.Current : Boundaries.Common, land),
        };
    }

    /// <summary>True when the land is that of several units, whose figures cannot be told apart over the time asked for.</summary>
    public bool IsMerged => Land is { Units.Count: > 1 } && Territory.Kind != TerritoryKind.Region;

    /// <summary>Number of months between the two days in which the land belonged to the region.</summary>
    public int MonthsInRegion(Territories territories, Period period)
    {
        if (Land is null || Territory.Kind == TerritoryKind.Region)
        {
            return Territory.MonthsInRegion(period.FirstDay, period.LastDay);
        }

        return Enumerable.Range(period.FirstMonthNumber, period.Months)
            .Count(month => Land.Units.All(unit => territories.Land.IsInRegion(unit, new DateOnly(period.Year, month, 1))));
    }
}
