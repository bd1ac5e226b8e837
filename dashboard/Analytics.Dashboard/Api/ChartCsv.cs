using System.Globalization;
using System.Text;
using Analytics.Reports.Tables;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Api;

/// <summary>A chart's table as CSV, one line a cell in the order of the table: UTF-8 with a byte order mark, numbers with a point, unrounded.</summary>
public static class ChartCsv
{
    private const string Head = "row,name,column,indicator,territory,period,category,aid,boundaries,state,numerator,denominator,value,notes,publication,audience";

    public static byte[] Write(ChartTable table)
    {
        var question = table.Question;
        var text = new StringBuilder(Head).Append("\r\n");
        foreach (var row in table.Rows)
        {
            foreach (var (column, cell) in table.Columns.Zip(row.Cells))
            {
                text.AppendJoin(
                    ',',
                    row.Code,
                    Text(row.Name),
                    column.Code,
                    cell.Indicator?.Code,
                    cell.Territory.Slug,
                    cell.Period.Code,
                    cell.Category.Code(),
                    question.Aid.Code(),
                    question.Boundaries.Code(),
                    cell.Figure.State.Code(),
                    Number(cell.Figure.Numerator),
                    Number(cell.Figure.Denominator),
                    Number(cell.Figure.Value),
                    string.Join(' ', cell.Notes),
                    table.Answer.Publication.Number.ToString(CultureInfo.InvariantCulture),
                    question.Audience.Code()).Append("\r\n");
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // A name may hold a comma; one that begins like a formula must not become one.
    private static string Text(string name) => $"\"{(name.Length > 0 && "=+-@\t\r".Contains(name[0], StringComparison.Ordinal) ? "'" : "")}{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";
}
