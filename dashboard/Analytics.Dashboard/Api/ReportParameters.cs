namespace Analytics.Dashboard.Api;

/// <summary>What a workbook is asked for, as it stands in an address or a command.</summary>
/// <param name="Period">Period: <c>2020</c>, <c>2020-06</c>, <c>2020Q2</c>, <c>2020-01..06</c>.</param>
/// <param name="Language"><c>ru</c>, <c>kk</c> or <c>en</c>; Russian when absent.</param>
/// <param name="Territory">Slug; the region when absent.</param>
/// <param name="With">The period that a pack about two periods compares with; last year's when absent.</param>
/// <param name="Boundaries"><c>as_reported</c>, <c>current</c> or <c>common</c>.</param>
/// <param name="Audience"><c>internal</c> or <c>public</c>.</param>
public sealed record ReportParameters(string? Period, string? Language, string? Territory, string? With, string? Boundaries, string? Audience);
