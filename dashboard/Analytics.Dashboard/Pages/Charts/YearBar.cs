namespace Analytics.Dashboard.Pages.Charts;

/// <summary>One bar of <see cref="YearBars"/>, in the units of its view box. Before a bar that follows a break the land was another.</summary>
public sealed record YearBar(int Year, double X, double Y, double Height, bool IsShown, bool IsCurrent, bool IsLabelled, bool FollowsBreak);
