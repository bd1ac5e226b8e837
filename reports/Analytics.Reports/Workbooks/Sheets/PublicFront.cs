using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>The sheets before the tables of the public workbook: cover, contents, and notes. Everything stands in column A or in plain rows, nothing is merged.</summary>
internal static class PublicFront
{
    private const double Width = 110;

    /// <summary>The mark of an absent figure: <c>[c]</c> hidden, <c>[x]</c> not reported, <c>[z]</c> does not apply.</summary>
    public static string Mark(ValueState state) => state switch
    {
        ValueState.Hidden => "[c]",
        ValueState.NotApplicable => "[z]",
        _ => "[x]",
    };

    /// <summary>Writes lines in column A, the first as a title, and tells the row after them.</summary>
    public static int WriteHeading(SheetWriter writer, PackContent content, IReadOnlyList<string> lines)
    {
        var row = 1;
        foreach (var line in content.Demo ? [lines[0], content.Text("subtitle.demo"), .. lines.Skip(1)] : lines)
        {
            writer.Text(row++, 1, line);
        }

        writer.Sheet.Cell(1, 1).Style.Font.SetBold().Font.SetFontSize(CellStyles.TitleSize).Font.SetFontColor(CellStyles.Accent);
        if (content.Demo)
        {
            writer.Sheet.Cell(2, 1).Style.Font.SetBold().Font.SetFontColor(CellStyles.Warning);
        }

        return row;
    }

    public static void WriteCover(SheetWriter writer, PackContent content)
    {
        WriteHeading(writer, content, [content.Text("title.public"), content.PeriodLine, content.PublicationLine, content.Text("letterhead.akimat"), content.Text("public.about"), content.Text("public.hidden")]);
        Finish(writer, content, content.Text("title.public"));
    }

    public static void WriteContents(SheetWriter writer, PackContent content, IReadOnlyList<PublicTable> tables)
    {
        var row = WriteHeading(writer, content, [content.Text("title.contents"), content.Text("public.one_table")]);
        IEnumerable<(string Text, string Sheet)> links = [(content.Text("sheet.notes"), content.Text("sheet.notes")), .. tables.Select(table => (table.Title, table.SheetName))];
        foreach (var (text, sheet) in links)
        {
            var cell = writer.Text(row++, 1, text);
            cell.Hyperlink = new XLHyperlink($"{SheetWriter.Quoted(PackSheet.NameOf(sheet))}!A1");
            cell.Style.Font.SetFontColor(CellStyles.Accent).Font.SetUnderline(XLFontUnderlineValues.Single);
        }

        Finish(writer, content, content.Text("title.contents"));
    }

    public static void WriteNotes(SheetWriter writer, PackContent content)
    {
        var language = content.Language;
        var row = WriteHeading(writer, content, [content.Text("sheet.notes"), content.Text("public.notes")]);
        (string Mark, string Text)[] lines =
        [
            ("[c]", content.Text("public.mark.c")), ("[x]", content.Text("public.mark.x")), ("[z]", content.Text("public.mark.z")),
            .. new Footnotes([.. content.Answer.Values]).Texts(language).Select((text, index) => (content.Text("public.note_mark", index + 1), text)),
            .. IndicatorCatalogue.All.Select(indicator => (language.ShortName(indicator), $"{language.Name(indicator)}. {language.Description(indicator)}")),
        ];
        writer.Text(row, 1, content.Text("public.mark"));
        writer.Text(row, 2, content.Text("public.meaning"));
        foreach (var (index, (mark, text)) in lines.Index())
        {
            writer.Text(row + 1 + index, 1, mark);
            writer.Text(row + 1 + index, 2, text).Style.Alignment.SetWrapText();
            writer.Sheet.Row(row + 1 + index).Height = TextLines.Height(text, Width);
        }

        var table = writer.Sheet.Range(row, 1, row + lines.Length, 2).CreateTable("table_notes");
        table.Theme = XLTableTheme.None;
        table.ShowAutoFilter = false;
        writer.Sheet.Range(row, 1, row, 2).Head();
        writer.Sheet.Range(row + 1, 1, row + lines.Length, 2).Style.Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        writer.Sheet.Column(2).Width = Width;
        Finish(writer, content, content.Text("sheet.notes"));
        writer.Sheet.Column(1).Width = 44;
        writer.Sheet.Column(1).Style.Alignment.SetWrapText();
        writer.Sheet.Range(1, 1, row - 1, 1).Style.Alignment.SetWrapText(false);
    }

    private static void Finish(SheetWriter writer, PackContent content, string title)
    {
        writer.Sheet.Column(1).Width = Width;
        writer.Sheet.Column(1).Style.Alignment.SetWrapText();
        foreach (var cell in writer.Sheet.Column(1).CellsUsed().Where(cell => cell.Address.RowNumber > 1))
        {
            writer.Sheet.Row(cell.Address.RowNumber).Height = Math.Max(writer.Sheet.Row(cell.Address.RowNumber).Height, TextLines.Height(cell.GetString(), Width));
        }

        SheetFrame.SetUp(writer, content, title, 0, 0);
    }
}
