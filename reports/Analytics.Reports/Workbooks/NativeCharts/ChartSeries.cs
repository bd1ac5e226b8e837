namespace Analytics.Reports.Workbooks.NativeCharts;

/// <summary>A row of values of a chart, bound to cells.</summary>
/// <param name="Name">Name in the legend.</param>
/// <param name="NameCell">Cell that holds the name: <c>'Grants'!$B$7</c>; null where no cell holds just it.</param>
/// <param name="Range">Cells of the values.</param>
/// <param name="Values">What stands in the cells; null where it is no number. Nothing else may come into the file.</param>
/// <param name="Format">Number format of the cells.</param>
/// <param name="Colour">Colour, <c>#RRGGBB</c>.</param>
internal sealed record ChartSeries(string Name, string? NameCell, string Range, IReadOnlyList<decimal?> Values, string Format, string Colour);
