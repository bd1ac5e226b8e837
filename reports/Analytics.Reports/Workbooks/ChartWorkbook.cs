using Analytics.Reports.Tables;
using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Reports.Workbooks.Sheets;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks;

/// <summary>A chart's table as a workbook of one sheet: the same rows and columns, numbers as numbers, unrounded.</summary>
public static class ChartWorkbook
{
    private const double NameWidth = 34;
    private const double CellWidth = 18;

    public static Stream Write(ChartTable table)
    {
        var language = table.Question.Language;
        using var workbook = WorkbookFile.New();
        var parts = new LateParts();
        var writer = new SheetWriter(workbook.AddWorksheet(language.ReportText("sheet.chart")), parts, language);
        WriteSheet(writer, table);
        return WorkbookFile.Save(workbook, parts, ContentOf(table), table.Title);
    }

    /// <summary>Writes the table as a sheet of any workbook.</summary>
    internal static void WriteSheet(SheetWriter writer, ChartTable table)
    {
        var content = ContentOf(table);
        var language = content.Language;
        var last = table.Columns.Count + 2;
        var notes = table.Notes;
        writer.Sheet.Column(1).Width = NameWidth;
        SheetFrame.WriteTitle(writer, content, table.Title);
        writer.Text(SheetFrame.HeadRow, 1, table.RowHead);
        foreach (var (index, column) in table.Columns.Index())
        {
            writer.Text(SheetFrame.HeadRow, index + 2, language.WithUnit(column.Name, column.Unit)).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
            writer.Sheet.Column(index + 2).Width = CellWidth;
        }

        writer.Text(SheetFrame.HeadRow, last, language.ReportText("head.notes")).Style.Alignment.SetIndent(1);
        writer.Sheet.Range(SheetFrame.HeadRow, 1, SheetFrame.HeadRow, last).Head();
        writer.Sheet.Row(SheetFrame.HeadRow).Height = table.Columns.Select(column => TextLines.Height(language.WithUnit(column.Name, column.Unit), CellWidth)).DefaultIfEmpty(16).Max();
        foreach (var (index, row) in table.Rows.Index())
        {
            WriteRow(writer, SheetFrame.HeadRow + 1 + index, row, table.Columns, notes);
        }

        foreach (var (index, column) in table.Columns.Index())
        {
            writer.Control($"{table.Title}: {column.Name}", index + 2, (SheetFrame.HeadRow + 1, SheetFrame.HeadRow + table.Rows.Count), table.Rows.Select(row => row.Cells[index].Figure.Value));
        }

        IEnumerable<string> lines = notes.Select((note, index) => $"{index + 1}) {language.Note(note)}");
        var after = SheetFrame.WriteNotes(writer, SheetFrame.HeadRow + table.Rows.Count + 2, last, lines);
        SheetCharts.Of(writer, table, (SheetFrame.HeadRow + 1, SheetFrame.HeadRow + table.Rows.Count), SheetFrame.HeadRow, after + 1);
        SheetFrame.SetUp(writer, content, table.Title, SheetFrame.HeadRow, 1, isOnePage: true);
    }

    private static PackContent ContentOf(ChartTable table)
    {
        var years = table.Columns.Select(column => column.Code).ToList();
        return new PackContent(table.Answer, table.Question.Language, table.Question.IsDemo)
        {
            Span = table.Kind == ChartKind.Trend && years.Count > 0 ? $"{years[^1]}–{years[0]}" : null,
        };
    }

    private static void WriteRow(SheetWriter writer, int at, ChartRow row, IReadOnlyList<ChartColumn> columns, IReadOnlyList<string> notes)
    {
        writer.Text(at, 1, row.Name).Style.Alignment.SetWrapText();
        foreach (var (index, cell) in row.Cells.Index())
        {
            if (cell.Figure.Value is { } value)
            {
                writer.Number(at, index + 2, value, columns[index].Decimals == 0 ? "#,##0" : "#,##0." + new string('0', columns[index].Decimals));
            }
            else
            {
                writer.State(at, index + 2, cell.Figure.State);
            }
        }

        var marks = row.Cells.SelectMany(cell => cell.Notes).Distinct().Select(note => notes.Index().First(one => one.Item == note).Index + 1).Order();
        var range = writer.Sheet.Range(at, 1, at, columns.Count + 2);
        writer.Text(at, columns.Count + 2, string.Join(", ", marks.Select(number => $"{number})"))).Second();
        writer.Sheet.Cell(at, columns.Count + 2).Style.Alignment.SetIndent(1);
        writer.Sheet.Row(at).Height = TextLines.Height(row.Name, NameWidth);
        range.Row();
        if (row.IsRegion)
        {
            range.RegionRow();
        }
    }
}
