namespace Analytics.Warehouse.Publications;

/// <summary>Months from the first to the last, both included; each is the first day of its month.</summary>
public sealed record MonthRange(DateOnly First, DateOnly Last)
{
    public bool Contains(DateOnly month) => First <= month && month <= Last;
}
