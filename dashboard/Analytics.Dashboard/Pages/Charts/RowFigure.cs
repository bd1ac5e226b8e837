using Analytics.Dashboard.Pages.Tables;
using Analytics.Reports.Charts;
using Analytics.Reports.Tables;

namespace Analytics.Dashboard.Pages.Charts;

/// <summary>A chart that the server draws: rows of parts, with its question as the heading.</summary>
/// <param name="Question">The question that it answers.</param>
/// <param name="Drawing">Rows.</param>
/// <param name="Tools">Table and files.</param>
public sealed record RowFigure(string Question, RowDrawing Drawing, ChartTools Tools)
{
    public static RowFigure Of(string question, string id, ChartTable table, PageRequest request, NoteMarks marks) =>
        new(question, RowDrawing.Of(table), ChartTools.Of(id, table, request, marks));
}
