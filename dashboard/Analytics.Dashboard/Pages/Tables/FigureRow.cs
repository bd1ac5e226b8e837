namespace Analytics.Dashboard.Pages.Tables;

/// <summary>A territory's line in a table of figures.</summary>
/// <param name="Name">Name of the territory.</param>
/// <param name="IsRegion">True for the region.</param>
/// <param name="Cells">Figures in the order of the columns.</param>
/// <param name="Link">Address of the territory's own page, in the same state.</param>
public sealed record FigureRow(string Name, bool IsRegion, IReadOnlyList<FigureCell> Cells, string Link);
