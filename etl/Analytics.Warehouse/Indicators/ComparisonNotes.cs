using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Measures;

namespace Analytics.Warehouse.Indicators;

/// <summary>The marks that a figure or its change must carry because land or rules changed between the two sides.</summary>
internal static class ComparisonNotes
{
    /// <summary>Notes for the months from <paramref name="first"/> to <paramref name="last"/>: changes after the first day and up to the last.</summary>
    public static IEnumerable<string> Between(Indicator indicator, Territory territory, DateOnly first, DateOnly last)
    {
        bool Within(DateOnly day) => first < day && day <= last;

        // A stock was counted on the land of 1 January.
        var land = indicator.Denominator?.Rule == MeasureRule.Stock ? new DateOnly(first.Year, 1, 1) : first;
        if (Territories.Shipped.Changes.Any(change => change.From == territory.Slug && land < change.ChangedOn && change.ChangedOn <= last))
        {
            yield return "boundary_changed";
        }

        foreach (var note in SeriesBreak.All.Where(broken => broken.Groups.Contains(indicator.Group) && Within(broken.BrokenOn)).Select(broken => broken.Note).Distinct())
        {
            yield return note;
        }
    }

    /// <summary>True when the unit belonged to the region in some months of the period and not in others.</summary>
    public static bool IsPartlyInRegion(Territory territory, Period period)
    {
        var months = territory.MonthsInRegion(period.FirstDay, period.LastDay);
        return months > 0 && months < period.LastMonthNumber - period.FirstMonthNumber + 1;
    }
}
