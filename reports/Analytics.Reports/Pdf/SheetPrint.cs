using Analytics.Reports.Workbooks.Cells;
using ClosedXML.Excel;
using SkiaSharp;

namespace Analytics.Reports.Pdf;

/// <summary>A sheet laid out on pages as its own print set-up asks: scaled to the page's width, broken between rows, its head repeated.</summary>
internal sealed class SheetPrint
{
    private readonly SheetWriter writer;
    private readonly CellPaint cells;
    private readonly float[] lefts;
    private readonly int lastRow;
    private readonly float scale;
    private readonly (int First, int Last)? head;
    private readonly Dictionary<(int Row, int Column), IXLRange> merged = [];

    public SheetPrint(SheetWriter writer)
    {
        this.writer = writer;
        cells = new CellPaint(writer);
        var sheet = writer.Sheet;
        lastRow = sheet.LastRowUsed()?.RowNumber() ?? 1;
        var lastColumn = sheet.LastColumnUsed()?.ColumnNumber() ?? 1;
        lefts = new float[lastColumn + 2];
        for (var column = 1; column <= lastColumn; column++)
        {
            lefts[column + 1] = lefts[column] + WidthOf(sheet.Column(column).Width);
        }

        var set = sheet.PageSetup;
        head = set.FirstRowToRepeatAtTop > 0 ? (set.FirstRowToRepeatAtTop, set.LastRowToRepeatAtTop) : null;
        scale = Math.Min(1, PdfPage.Content.Width / lefts[^1]);
        if (set.PagesTall == 1)
        {
            scale = Math.Min(scale, PdfPage.Content.Height / Rows(1, lastRow).Sum(HeightOf));
        }

        foreach (var range in sheet.MergedRanges)
        {
            foreach (var cell in range.Cells())
            {
                merged[(cell.Address.RowNumber, cell.Address.ColumnNumber)] = range;
            }
        }

        Pages = Break();
    }

    /// <summary>The rows of each page.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Pages { get; }

    /// <summary>Draws a page.</summary>
    public void Paint(SKCanvas canvas, IReadOnlyList<int> rows)
    {
        canvas.Save();
        canvas.Translate(PdfPage.Content.Left, PdfPage.Content.Top);
        canvas.Scale(scale);
        var top = 0f;
        var tops = new Dictionary<int, float>();
        foreach (var row in rows)
        {
            tops[row] = top;
            top += HeightOf(row);
        }

        foreach (var row in rows)
        {
            PaintRow(canvas, row, tops);
        }

        canvas.Restore();
    }

    private static IEnumerable<int> Rows(int first, int last) => Enumerable.Range(first, last - first + 1);

    // A character is 5.25 points wide in the workbook's font, and a cell has a little room at its sides.
    private static float WidthOf(double characters) => ((float)characters * 5.25f) + 3.75f;

    private float HeightOf(int row) => (float)writer.Sheet.Row(row).Height;

    private List<IReadOnlyList<int>> Break()
    {
        var room = PdfPage.Content.Height / scale;
        var pages = new List<IReadOnlyList<int>>();
        var page = new List<int>();
        var used = 0f;
        foreach (var row in Rows(1, lastRow))
        {
            if (page.Count > 0 && used + HeightOf(row) > room + 0.5f)
            {
                pages.Add(page);
                page = head is { } repeated && row > repeated.Last ? [.. Rows(repeated.First, repeated.Last)] : [];
                used = page.Sum(HeightOf);
            }

            page.Add(row);
            used += HeightOf(row);
        }

        pages.Add(page);
        return pages;
    }

    private void PaintRow(SKCanvas canvas, int row, Dictionary<int, float> tops)
    {
        for (var column = 1; column < lefts.Length - 1; column++)
        {
            var area = new SKRect(lefts[column], tops[row], lefts[column + 1], tops[row] + HeightOf(row));
            cells.PaintGround(canvas, row, column, area);
            if (!merged.TryGetValue((row, column), out var range))
            {
                cells.PaintText(canvas, row, column, area, isMerged: false);
            }
            else if (range.FirstCell().Address is var first && first.RowNumber == row && first.ColumnNumber == column)
            {
                var last = range.LastCell().Address;
                var bottom = Rows(row, last.RowNumber).Where(tops.ContainsKey).Max(one => tops[one] + HeightOf(one));
                cells.PaintText(canvas, row, column, new SKRect(area.Left, area.Top, lefts[last.ColumnNumber + 1], bottom), isMerged: true);
            }
        }
    }
}
