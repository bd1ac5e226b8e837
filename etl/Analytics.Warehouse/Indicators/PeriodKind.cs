namespace Analytics.Warehouse.Indicators;

/// <summary>Kinds of period in the lattice. The names in the database are <c>month</c>, <c>quarter</c>, <c>ytd</c>.</summary>
public enum PeriodKind
{
    Month = 1,
    Quarter = 2,
    YearToDate = 3,
}
