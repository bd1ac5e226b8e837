namespace Analytics.Warehouse.Forecasts;

/// <summary>Why there is no forecast, or why a past year is left out of it. Texts are under <c>forecast.reason.{code}</c>.</summary>
public enum ForecastReason
{
    /// <summary>The period is a month or a quarter: only January to a month has a share of the year.</summary>
    NotYearToDate = 1,

    /// <summary>The period is the whole year: the fact is there.</summary>
    WholeYear = 2,

    /// <summary>A stock, a ratio, a median, or a count that may fall within the year.</summary>
    NotCumulative = 3,

    NotReported = 4,
    Hidden = 5,
    NotApplicable = 6,

    /// <summary>Nothing was counted up to the month, so the share of the year says nothing.</summary>
    NothingToDate = 7,

    /// <summary>The rules behind the indicator changed after the year began.</summary>
    SeriesBreak = 8,

    /// <summary>The land of the territory changed after the year began.</summary>
    BoundaryChange = 9,

    /// <summary>The territory belonged to the region for a part of the year only.</summary>
    PartOfYear = 10,

    /// <summary>Fewer than two past years can be compared.</summary>
    TooFewYears = 11,
}
