namespace Analytics.Warehouse.Indicators;

/// <summary>Groups of indicators; each has a page.</summary>
public enum IndicatorGroup
{
    Coverage = 1,
    Spending = 2,
    Grants = 3,
    Employment = 4,
    Packages = 5,
    Outreach = 6,
}
