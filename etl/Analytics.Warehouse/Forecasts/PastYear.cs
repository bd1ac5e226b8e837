namespace Analytics.Warehouse.Forecasts;

/// <summary>A past year that can be compared: what had been reached by the month, and what the year came to. Both above zero.</summary>
public sealed record PastYear(int Year, decimal ToDate, decimal Whole);
