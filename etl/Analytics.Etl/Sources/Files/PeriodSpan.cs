namespace Analytics.Etl.Sources.Files;

/// <summary>How long a period that somebody wrote down lasts.</summary>
internal enum PeriodSpan
{
    Day = 1,
    Month = 2,
    Year = 3,
}
