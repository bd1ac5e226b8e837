using Analytics.Warehouse.Dimensions;

namespace Analytics.Warehouse.Indicators;

/// <summary>One point of a line over time.</summary>
public sealed record SeriesPoint(Territory Territory, Period Period, Figure Figure, IReadOnlyList<string> Notes);
