namespace Analytics.Warehouse.Control;

/// <summary>Row of number_series.</summary>
public sealed class NumberSeriesRow
{
    public required string Name { get; init; }

    public long LastValue { get; set; }
}
