namespace Analytics.Dashboard.Pages.Charts;

/// <summary>One bar of <see cref="YearBars"/>, in the units of its view box.</summary>
public sealed record YearBar(int Year, double X, double Y, double Height, bool IsShown, bool IsCurrent, bool IsLabelled, bool FollowsBreak);
