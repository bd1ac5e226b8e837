namespace Analytics.Reports.Workbooks.NativeCharts;

/// <summary>A chart that a workbook draws from its own cells: it changes when they do.</summary>
/// <param name="Shape">Form.</param>
/// <param name="Title">What is shown.</param>
/// <param name="CategoryRange">Cells of the names: <c>'Grants'!$A$9:$A$27</c>.</param>
/// <param name="Categories">The names.</param>
/// <param name="Series">Values, one or more.</param>
/// <param name="Row">Row at which it begins.</param>
/// <param name="Columns">Columns that it covers, from the first.</param>
/// <param name="Rows">Rows that it covers, of the usual height.</param>
internal sealed record SheetChart(
    ChartShape Shape, string Title, string CategoryRange, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series, int Row, int Columns, int Rows)
{
    public bool IsHorizontal => Shape is ChartShape.Bars or ChartShape.Bullet or ChartShape.Stacked;
}
