using Analytics.Warehouse.Dimensions;

namespace Analytics.Warehouse.Indicators;

/// <summary>One point of a line over time.</summary>
public sealed record SeriesPoint(Territory Territory, Period Period, Figure Figure, IReadOnlyList<string> Notes)
{
    /// <summary>True when a month of the period is still open.</summary>
    public bool IsPreliminary => Notes.Contains(ValuesOfQuestion.Preliminary);
}
