namespace Analytics.Etl.Loading;

/// <summary>How many rows of a table broke one rule in one column.</summary>
public sealed record QuarantineCount(string Source, string Process, string Rule, string Column, long Rows);
