using Analytics.Warehouse.Dimensions;

namespace Analytics.Warehouse.Indicators;

/// <summary>The marks that a figure or its change must carry because land or rules changed between the two sides.</summary>
internal static class ComparisonNotes
{
    /// <summary>Notes for the months from <paramref name="first"/> to <paramref name="last"/>: changes after the first day and up to the last.</summary>
    public static IEnumerable<string> Between(Indicator indicator, Territory territory, DateOnly first, DateOnly last)
    {
        bool Within(DateOnly day) => first < day && day <= last;

        if (Territories.Shipped.Changes.Any(change => change.From == territory.Slug && Within(change.ChangedOn)))
        {
            yield return "boundary_changed";
        }

        foreach (var note in SeriesBreak.All.Where(broken => broken.Groups.Contains(indicator.Group) && Within(broken.BrokenOn)).Select(broken => broken.Note).Distinct())
        {
            yield return note;
        }
    }
}
