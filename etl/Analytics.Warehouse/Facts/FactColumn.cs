namespace Analytics.Warehouse.Facts;

/// <summary>A column of facts that may be read.</summary>
/// <param name="Name">Name in the table.</param>
/// <param name="Kind">What it holds.</param>
public sealed record FactColumn(string Name, FactColumnKind Kind);
