using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Measures;

namespace Analytics.Warehouse.Indicators;

/// <summary>What lies between two periods, or within one: changes of land and of rules.</summary>
internal static class ComparisonNotes
{
    /// <summary>What changed after the first day and up to the last.</summary>
    public static IEnumerable<ComparisonBreak> Between(Indicator indicator, Ground ground, DateOnly first, DateOnly last)
    {
        // A stock was counted on the land of 1 January.
        var land = indicator.Denominator?.Rule == MeasureRule.Stock ? new DateOnly(first.Year, 1, 1) : first;
        if (ground.Land is null && Territories.Shipped.IsLandChanged(ground.Territory, land, last))
        {
            yield return new ComparisonBreak("boundary_changed", Forbids: true);
        }

        foreach (var broken in SeriesBreak.All)
        {
            if (first < broken.BrokenOn && broken.BrokenOn <= last && (broken.Breaks(indicator) || broken.Marks(indicator)))
            {
                yield return new ComparisonBreak(broken.Note, broken.Breaks(indicator));
            }
        }
    }

    /// <summary>What lies between two periods, in whichever order they are; each note once.</summary>
    public static IReadOnlyList<ComparisonBreak> Between(Indicator indicator, Ground ground, Period one, Period other)
    {
        var (earlier, later) = one.FirstDay <= other.FirstDay ? (one, other) : (other, one);
        var breaks = Between(indicator, ground, earlier.FirstDay, later.LastDay);
        // Half a year in the region is not compared with a whole one.
        if (ground.MonthsInRegion(Territories.Shipped, one) != ground.MonthsInRegion(Territories.Shipped, other))
        {
            breaks = breaks.Prepend(new ComparisonBreak("part_of_period", Forbids: true));
        }

        List<ComparisonBreak> found = [.. breaks];
        return found.Count < 2 ? found : [.. found.GroupBy(one => one.Note).Select(group => new ComparisonBreak(group.Key, group.Any(one => one.Forbids)))];
    }

    /// <summary>True when the land belonged to the region in some months of the period and not in others.</summary>
    public static bool IsPartlyInRegion(Ground ground, Period period)
    {
        var months = ground.MonthsInRegion(Territories.Shipped, period);
        return months > 0 && months < period.Months;
    }
}
