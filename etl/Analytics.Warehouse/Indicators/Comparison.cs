namespace Analytics.Warehouse.Indicators;

/// <summary>What a figure is compared with. Codes: <c>last_year</c>, <c>previous</c>, <c>target</c>.</summary>
public enum Comparison
{
    LastYear = 1,
    Previous = 2,
    Target = 3,
}
