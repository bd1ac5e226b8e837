namespace Analytics.Etl.Loading;

/// <summary>What a load would change in one district and month. Amounts in tenge; rows whose contents alone differ have equal counts.</summary>
public sealed record DistrictDifference(uint TerritoryId, DateOnly Month, long RowsBefore, long RowsAfter, decimal AmountBefore, decimal AmountAfter);
