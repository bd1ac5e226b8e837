namespace Analytics.Dashboard.Pages.Boards;

/// <summary>One unit's small chart among many on the same axis: the same months of each year as a line, the region's behind it.</summary>
/// <param name="Name">Name of the unit.</param>
/// <param name="Number">The figure of the period, or the word why there is none.</param>
/// <param name="Link">How that figure is made; null where it may not be told.</param>
/// <param name="Lines">Points of the line in the chart's units, divided where the land or the definition changed.</param>
/// <param name="Current">Where the period's point stands; null when there is none.</param>
/// <param name="IsPreliminary">True when a month of the period is still open.</param>
/// <param name="Summary">The chart in words.</param>
public sealed record SmallMultiple(
    string Name, string Number, string? Link, IReadOnlyList<string> Lines, (double X, double Y)? Current, bool IsPreliminary, string Summary);
