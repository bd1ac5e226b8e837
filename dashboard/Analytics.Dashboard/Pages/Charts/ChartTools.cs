using Analytics.Dashboard.Pages.Tables;
using Analytics.Reports;
using Analytics.Reports.Tables;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Charts;

/// <summary>What stands under a chart: its table, the button that turns it over, and its files.</summary>
/// <param name="Id">Id of the chart on its page: <c>districts</c>.</param>
/// <param name="ShowsTable">True when the table is shown in the drawing's place.</param>
/// <param name="Table">The chart as a table.</param>
/// <param name="Request">The page's request.</param>
/// <param name="Marks">Notes of the page.</param>
public sealed record ChartTools(string Id, bool ShowsTable, ChartTable Table, PageRequest Request, NoteMarks Marks)
{
    /// <summary>Ids of the charts that a page may have.</summary>
    public static IReadOnlyList<string> Ids { get; } = ["districts", "trend", "funnel", "kinds", "budget", "reasons"];

    public static ChartTools Of(string id, ChartTable table, PageRequest request, NoteMarks marks) => new(id, IsShown(request, id), table, request, marks);

    /// <summary>True when the address asks for a chart's table.</summary>
    public static bool IsShown(PageRequest request, string id) => request.Query.Tables?.Split(' ').Contains(id) ?? false;

    /// <summary>The parameter as wrong when it names a chart that no page has, else null.</summary>
    public static WrongParameter? Wrong(string? tables) =>
        tables?.Split(' ').Except(Ids).Any() ?? false ? new WrongParameter("tables", tables, [.. Ids]) : null;

    /// <summary>The question of the page as its files ask it.</summary>
    public static ReportQuestion Question(PageRequest request) => new(request.Query.Period, request.Language)
    {
        Audience = request.Query.Audience,
        Boundaries = request.Query.Boundaries,
        Category = request.Query.Category,
        Aid = request.Query.Aid,
        ShowsIncomparable = request.Query.ShowsIncomparable,
        Sort = TableOrder.Asked(request.Query),
        Publication = request.Publication.Number,
    };

    /// <summary>Address of the chart in a format: <c>png</c>, <c>svg</c>, <c>csv</c>, <c>xlsx</c>.</summary>
    public string File(string format) => $"/charts/{Table.Indicator.Code}.{format}" + FigureLinks.Shown(Request).Add("kind", Table.Kind.Code());

    /// <summary>How the numbers of a column are written.</summary>
    public FigureScale Scale(int column)
    {
        var (head, language) = (Table.Columns[column], Request.Language);
        var indicator = Table.Rows.Select(row => row.Cells[column].Indicator).FirstOrDefault(one => one is not null) ?? (head.Unit == IndicatorUnit.Tenge ? Table.Indicator : null);
        return indicator is null ? new FigureScale(1, head.Decimals, language.UnitName(head.Unit)) : FigureScale.Of(indicator, language);
    }

    /// <summary>The page that tells how a figure is made, of the cell's own period and category; null where there is none.</summary>
    public string? Made(ChartCell cell) => cell.Indicator is null || !cell.Figure.HasValue
        ? null
        : FigureLinks.Made(Request with { Query = Request.Query with { Period = cell.Period, Category = cell.Category } }, cell.Indicator, cell.Territory);

    /// <summary>Marks beside a cell: of a line over time also those of its breaks.</summary>
    public IReadOnlyList<NoteMark> MarksOf(ChartCell cell) => !cell.Figure.HasValue
        ? []
        : Table.Kind == ChartKind.Trend ? [.. Marks.OfFigure(cell.Notes), .. Marks.OfChange(cell.Notes)] : Marks.OfFigure(cell.Notes);
}
