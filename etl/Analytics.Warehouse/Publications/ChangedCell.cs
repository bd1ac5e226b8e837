namespace Analytics.Warehouse.Publications;

/// <summary>A cell of the lattice that differs between two publications; null where a publication has no such cell.</summary>
/// <param name="Measure">Name of the measure.</param>
/// <param name="Boundaries">Code of the boundaries.</param>
/// <param name="TerritoryId">Territory.</param>
/// <param name="PeriodKind"><c>month</c>, <c>quarter</c> or <c>ytd</c>.</param>
/// <param name="PeriodEnd">Last day of the period.</param>
/// <param name="Category">Code of the category.</param>
/// <param name="Aid">Code of the kind of aid.</param>
/// <param name="Before">Value in the first publication.</param>
/// <param name="After">Value in the second.</param>
public sealed record ChangedCell(
    string Measure, string Boundaries, uint TerritoryId, string PeriodKind, DateOnly PeriodEnd, string Category, string Aid, decimal? Before, decimal? After);
