using Analytics.Warehouse.Indicators;

namespace Analytics.Reports.Tables;

/// <summary>What a chart draws, as a table: one and the same on the page, in the CSV, in the workbook and under the picture.</summary>
/// <param name="Kind">Kind of chart.</param>
/// <param name="Indicator">Indicator drawn, or the one that leads.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Answer">An answer of the same publication: its number, its day and the names of territories.</param>
/// <param name="Title">What the chart shows.</param>
/// <param name="RowHead">Head of the rows' names.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Rows">Rows in the order drawn.</param>
public sealed record ChartTable(
    ChartKind Kind,
    Indicator Indicator,
    ReportQuestion Question,
    IndicatorAnswer Answer,
    string Title,
    string RowHead,
    IReadOnlyList<ChartColumn> Columns,
    IReadOnlyList<ChartRow> Rows)
{
    /// <summary>Codes of all notes, in the order in which they appear.</summary>
    public IReadOnlyList<string> Notes => [.. Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Notes).Distinct()];

    /// <summary>The row of a code.</summary>
    public ChartRow this[string code] => Rows.Single(row => row.Code == code);
}
