namespace Analytics.Dashboard.Pages.Charts;

/// <summary>A year of <see cref="MonthLines"/>, in the units of its view box: the path, months that stand alone, and breaks.</summary>
public sealed record MonthLine(string Name, string Path, IReadOnlyList<(double X, double Y)> Dots, IReadOnlyList<(double X, double Y)> Breaks);
