namespace Analytics.Warehouse.Indicators;

/// <summary>Cells of one publication's lattice, by key. A cell that is not there is zero, or not reported: <see cref="FigureRules"/> tells which.</summary>
internal sealed class LatticeCells(
    IReadOnlyDictionary<(string Measure, uint Territory, DateOnly End, Category Category, AidKind Aid), decimal> cells,
    IReadOnlySet<(string Measure, uint Territory, DateOnly End, Category Category, AidKind Aid)>? estimated = null,
    IReadOnlySet<(string Measure, uint Territory, DateOnly End, Category Category, AidKind Aid)>? indivisible = null)
{
    public int Count => cells.Count;

    /// <summary>True when a part of the value was divided by declared shares of residents, because the facts do not tell where in a divided district they belong.</summary>
    public bool IsEstimated(string measure, uint territory, DateOnly end, Category category, AidKind aid) =>
        estimated?.Contains((measure, territory, end, category, aid)) == true;

    /// <summary>True when the cell cannot be computed for that reason: a median is not divided by shares.</summary>
    public bool IsIndivisible(string measure, uint territory, DateOnly end, Category category, AidKind aid) =>
        indivisible?.Contains((measure, territory, end, category, aid)) == true;

    /// <summary>Value of a cell, or null when the lattice holds none.</summary>
    public decimal? this[string measure, uint territory, DateOnly end, Category category, AidKind aid] =>
        cells.TryGetValue((measure, territory, end, category, aid), out var value) ? value : null;
}
