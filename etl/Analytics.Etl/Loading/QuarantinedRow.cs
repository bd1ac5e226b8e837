namespace Analytics.Etl.Loading;

/// <summary>A rejected row as listed: where it is at the source, which rule it broke, how many loads have seen it.</summary>
public sealed record QuarantinedRow(
    string Source, string Process, string Period, string SourceKey, string Rule, string Column, uint TimesSeen, DateTimeOffset FirstSeenAt, DateTimeOffset SeenAt);
