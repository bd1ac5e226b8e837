namespace Analytics.Warehouse.Indicators;

/// <summary>Category of the family. Codes: <c>all</c>, <c>large_family</c>, <c>low_income</c>.</summary>
public enum Category
{
    All = 0,
    LargeFamily = 1,
    LowIncome = 2,
}
