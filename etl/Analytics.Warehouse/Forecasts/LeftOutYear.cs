namespace Analytics.Warehouse.Forecasts;

/// <summary>A past year that the forecast does not use.</summary>
/// <param name="Year">Year.</param>
/// <param name="Reason">Why.</param>
/// <param name="Note">Code of the break's note, when the reason is a break.</param>
public sealed record LeftOutYear(int Year, ForecastReason Reason, string? Note);
