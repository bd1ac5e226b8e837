namespace Analytics.Warehouse.Dimensions;

/// <summary>Kinds of territory.</summary>
public enum TerritoryKind
{
    Region = 1,
    City = 2,
    District = 3,
}
