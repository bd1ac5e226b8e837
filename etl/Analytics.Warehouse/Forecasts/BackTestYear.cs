namespace Analytics.Warehouse.Forecasts;

/// <summary>The method tried on a past year with the shares of the other years alone.</summary>
/// <param name="Year">Year.</param>
/// <param name="ToDate">What had been reached by the month.</param>
/// <param name="Forecast">What the method would have said.</param>
/// <param name="Fact">What the year came to.</param>
public sealed record BackTestYear(int Year, decimal ToDate, decimal Forecast, decimal Fact)
{
    /// <summary>Forecast minus fact, in percent of the fact.</summary>
    public decimal ErrorPercent => (Forecast - Fact) / Fact * 100;

    /// <summary>By what part of the forecast the fact missed it: what the interval is made of.</summary>
    internal double Miss => (double)((Fact - Forecast) / Forecast);
}
