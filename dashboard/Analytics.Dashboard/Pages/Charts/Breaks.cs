using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Pages.Charts;

/// <summary>Where a line over time breaks. The reader's notes tell of changes within a period; one on its first day is added here.</summary>
public static class Breaks
{
    /// <summary>Notes of what changed in the point's own months.</summary>
    public static IEnumerable<string> In(Indicator indicator, SeriesPoint point) => SeriesBreak.All
        .Where(broken => (broken.Breaks(indicator) || broken.Marks(indicator)) && broken.BrokenOn == point.Period.FirstDay)
        .Select(broken => broken.Note)
        .Union(point.Notes.Where(NoteMarks.IsOfChange));

    /// <summary>True when the territory's land changed between the ends of two periods, on boundaries of the day.</summary>
    public static bool OfLand(Territory territory, Boundaries boundaries, Period earlier, Period later) =>
        boundaries == Boundaries.AsReported && Territories.Shipped.IsLandChanged(territory, earlier.FirstDay, later.LastDay);
}
