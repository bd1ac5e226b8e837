namespace Analytics.ChaosTests.Sources;

/// <summary>A row of a source's table. Rows of packages have one amount, which is the paid one.</summary>
public sealed record SourceRow(long Id, int Month, string District, string Person, bool IsLargeFamily, bool IsConditional, long Assigned, long Paid);
