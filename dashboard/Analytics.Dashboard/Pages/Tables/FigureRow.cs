namespace Analytics.Dashboard.Pages.Tables;

/// <summary>A territory's line in a table of figures.</summary>
public sealed record FigureRow(string Name, bool IsRegion, IReadOnlyList<FigureCell> Cells);
