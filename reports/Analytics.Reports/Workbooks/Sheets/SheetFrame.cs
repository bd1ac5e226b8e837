using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>What every sheet has around its table: title, sub-headings, notes, and the set-up of the printed page.</summary>
internal static class SheetFrame
{
    /// <summary>First row of a table's head; above it stand the title and its sub-headings.</summary>
    public const int HeadRow = 6;

    public static void WriteTitle(SheetWriter writer, PackContent content, string title)
    {
        var heading = writer.Text(1, 1, title).Style.Font;
        heading.SetBold().Font.SetFontSize(CellStyles.TitleSize).Font.SetFontColor(CellStyles.Accent);
        writer.Text(2, 1, content.PeriodLine);
        writer.Text(3, 1, content.PublicationLine).Style.Font.SetFontColor(CellStyles.Muted);
        if (content.Demo)
        {
            writer.Text(4, 1, content.Language.ReportText("subtitle.demo")).Style.Font.SetBold().Font.SetFontColor(CellStyles.Warning);
        }

        writer.Sheet.Row(1).Height = 22;
    }

    /// <summary>Writes lines of notes below a table, each across the table's width and as high as its text needs, and tells the row after them.</summary>
    public static int WriteNotes(SheetWriter writer, int firstRow, int lastColumn, IEnumerable<string> lines)
    {
        var last = firstRow - 1;
        var width = Enumerable.Range(1, lastColumn).Sum(column => writer.Sheet.Column(column).Width);
        foreach (var (index, line) in lines.Index())
        {
            var row = firstRow + index;
            writer.Text(row, 1, line);
            var range = writer.Sheet.Range(row, 1, row, lastColumn).Merge();
            range.Style.Font.SetFontColor(CellStyles.Muted);
            range.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            writer.Sheet.Row(row).Height = TextLines.Height(line, width);
            last = row;
        }

        return last + 1;
    }

    /// <summary>Freezes the head, and sets up A4 landscape, one page wide, with the head repeated and pages numbered; a sheet without a head has 0 as its last row.</summary>
    /// <param name="writer">Writes the sheet.</param>
    /// <param name="content">What the workbook is about.</param>
    /// <param name="title">Title, for the page's header.</param>
    /// <param name="lastHeadRow">Last row of the head.</param>
    /// <param name="frozenColumns">Columns that stay in sight.</param>
    /// <param name="isOnePage">True when the sheet is also one page high: a few lines of notes on a page of their own help nobody.</param>
    public static void SetUp(SheetWriter writer, PackContent content, string title, int lastHeadRow, int frozenColumns, bool isOnePage = false)
    {
        var sheet = writer.Sheet;
        sheet.ShowGridLines = false;

        var page = sheet.PageSetup;
        page.PaperSize = XLPaperSize.A4Paper;
        page.PageOrientation = XLPageOrientation.Landscape;
        page.FitToPages(1, isOnePage ? 1 : 0);
        if (lastHeadRow > 0)
        {
            sheet.SheetView.Freeze(lastHeadRow, frozenColumns);
            page.SetRowsToRepeatAtTop(Math.Min(HeadRow, lastHeadRow), lastHeadRow);
        }

        page.CenterHorizontally = true;
        page.Margins.SetLeft(0.4).SetRight(0.4).SetTop(0.7).SetBottom(0.6).SetHeader(0.3).SetFooter(0.3);
        Write(page.Header.Left, Escaped(title));
        Write(page.Header.Right, Escaped(content.Demo ? content.Language.ReportText("subtitle.demo") : content.Language.Name(content.Period)));
        Write(page.Footer.Left, Escaped(content.PublicationLine));
        Write(page.Footer.Right, $"{content.Language.ReportText("page")} &P / &N");
    }

    private static void Write(IXLHFItem item, string text) =>
        item.AddText(text).SetFontName(CellStyles.FontName).SetFontSize(CellStyles.SmallSize);

    /// <summary>In headers and footers <c>&amp;</c> begins a code.</summary>
    private static string Escaped(string text) => text.Replace("&", "&&", StringComparison.Ordinal);
}
