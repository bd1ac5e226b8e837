using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Pages.Compared;

/// <summary>What lies between two sides: a change in time, or of two territories only by how much they differ.</summary>
/// <param name="Change">The change, or the bare difference; null where a side is absent, or the two are not comparable and were not asked for all the same.</param>
/// <param name="Reasons">Codes of the notes why they are not comparable.</param>
/// <param name="Notes">Codes of the notes that must stand beside it, with the reasons among them.</param>
/// <param name="IsOfTime">True when it can be better or worse: one place is no better for being another.</param>
public sealed record SideDifference(Change? Change, IReadOnlyList<string> Reasons, IReadOnlyList<string> Notes, bool IsOfTime)
{
    /// <summary>Of one territory: as the reader compares.</summary>
    public static SideDifference InTime(ComparedFigure compared) => new(
        compared.Change,
        compared.Reasons,
        [.. compared.Notes.Union(compared.Reasons)],
        IsOfTime: true);

    /// <summary>Of two territories: their land differs anyway, but not the rules behind the figures nor the number of months counted.</summary>
    public static SideDifference OfPlaces(Indicator indicator, ComparedSides sides, Figure figure, Figure other, bool showsIncomparable)
    {
        var (first, last) = sides.Period.FirstDay <= sides.With.FirstDay ? (sides.Period, sides.With) : (sides.With, sides.Period);
        var between = SeriesBreak.All.Where(broken => first.FirstDay < broken.BrokenOn && broken.BrokenOn <= last.LastDay && first != last).ToList();
        List<string> reasons = [.. between.Where(broken => broken.Breaks(indicator)).Select(broken => broken.Note)];
        if (Months(sides.Territory, sides.Period) != Months(sides.WithTerritory, sides.With))
        {
            reasons.Add("part_of_period");
        }

        var difference = Change.Between(indicator, figure, other);
        return new SideDifference(
            difference is not null && (reasons.Count == 0 || showsIncomparable) ? new Change(difference.Absolute, null, difference.Points, null) : null,
            difference is null ? [] : reasons,
            difference is null ? [] : [.. reasons.Union(between.Where(broken => broken.Marks(indicator)).Select(broken => broken.Note))],
            IsOfTime: false);
    }

    private static int Months(Territory territory, Period period) => territory.MonthsInRegion(period.FirstDay, period.LastDay);
}
