namespace Analytics.Warehouse.Dimensions;

/// <summary>A settlement, by the number of its KATO code, and the one of today's units on whose land it lies.</summary>
public sealed record SettlementPlace(uint Code, uint UnitId);
