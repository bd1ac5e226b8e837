namespace Analytics.Reports.Tables;

/// <summary>A row of a chart's table.</summary>
/// <param name="Code">Code for machines: a territory's slug, a month <c>06</c>, a stage <c>approved</c>.</param>
/// <param name="Name">Name.</param>
/// <param name="IsRegion">True for the region among its districts.</param>
/// <param name="Cells">One for each column.</param>
public sealed record ChartRow(string Code, string Name, bool IsRegion, IReadOnlyList<ChartCell> Cells);
