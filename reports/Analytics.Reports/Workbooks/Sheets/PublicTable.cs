using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>One table of the public workbook: a group of indicators by district, in this period and the one compared with. It can be read aloud and by machines.</summary>
internal sealed class PublicTable(PackContent content, IndicatorGroup group, int number)
{
    // More columns than these are printed on two pages side by side.
    private const int WidestPage = 13;

    private readonly Language language = content.Language;
    private readonly Footnotes footnotes = new([.. content.Answer.Values]);

    public string Title => content.Text("public.table", number, content.Text($"title.{group.Code()}"));

    public string SheetName => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number} {language.Name(group)}");

    public void Write(SheetWriter writer)
    {
        var sheet = writer.Sheet;
        sheet.ShowGridLines = false;
        var row = PublicFront.WriteHeading(writer, content, [Title, content.PeriodLine, content.PublicationLine, content.Text("public.one_table"), content.Text("public.marks_short")]);
        var head = row;
        WriteHead(writer, head);
        foreach (var territory in content.Answer.Query.Territories)
        {
            WriteRow(writer, ++row, territory);
        }

        var columns = 1 + (2 * IndicatorCatalogue.In(group).Count);
        var table = sheet.Range(head, 1, row, columns).CreateTable($"table_{group.Code()}");
        table.Theme = XLTableTheme.None;
        table.ShowAutoFilter = true;
        sheet.Range(head, 1, head, columns).Head();
        sheet.Column(1).Width = 34;
        sheet.Row(head).Height = 58;
        SheetFrame.SetUp(writer, content, Title, head, 1);
        sheet.PageSetup.FitToPages(columns > WidestPage ? 2 : 1, 0);
        sheet.PageSetup.SetColumnsToRepeatAtLeft(1, 1);
    }

    // A table's heads must differ from each other.
    private void WriteHead(SheetWriter writer, int row)
    {
        writer.Text(row, 1, content.Text("head.territory"));
        foreach (var (index, indicator) in IndicatorCatalogue.In(group).Index())
        {
            var notes = string.Concat(footnotes.Of(indicator).Select(note => " " + content.Text("public.note_mark", note)));
            foreach (var (offset, period) in new[] { (0, content.Period), (1, content.Other) })
            {
                writer.Text(row, 2 + (2 * index) + offset, $"{language.WithUnit(language.ShortName(indicator), indicator.Unit)}, {language.Name(period)}{(offset == 0 ? notes : "")}");
                writer.Sheet.Column(2 + (2 * index) + offset).Width = 15;
            }
        }
    }

    private void WriteRow(SheetWriter writer, int row, Territory territory)
    {
        var notes = string.Concat(footnotes.Of(territory).Select(note => " " + content.Text("public.note_mark", note)));
        writer.Text(row, 1, content.Name(territory) + notes);
        foreach (var (index, indicator) in IndicatorCatalogue.In(group).Index())
        {
            var value = content.Answer[indicator, territory];
            WriteFigure(writer, row, 2 + (2 * index), indicator, value.Figure);
            WriteFigure(writer, row, 3 + (2 * index), indicator, value.LastYear ?? Figure.Absent(ValueState.NotReported));
        }

        writer.Sheet.Range(row, 1, row, 1 + (2 * IndicatorCatalogue.In(group).Count)).Row();
    }

    private static void WriteFigure(SheetWriter writer, int row, int column, Indicator indicator, Figure figure)
    {
        if (figure.Value is { } value)
        {
            writer.Number(row, column, value, indicator.Format());
        }
        else
        {
            writer.Text(row, column, PublicFront.Mark(figure.State)).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        }
    }
}
