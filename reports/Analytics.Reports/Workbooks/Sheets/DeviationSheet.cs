using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Rankings;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>What needs attention in the districts, in words: a row for each reason, with all districts and the figures that put them there.</summary>
internal sealed class DeviationSheet(SheetWriter writer, PackContent content)
{
    private static readonly double[] Widths = [22, 40, 44, 92];
    private readonly Language language = content.Language;

    public void Write()
    {
        var title = content.Text("title.deviations");
        foreach (var (index, width) in Widths.Index())
        {
            writer.Sheet.Column(index + 1).Width = width;
        }

        SheetFrame.WriteTitle(writer, content, title);
        string[] heads = ["status", "indicator", "deviation", "districts"];
        foreach (var (index, head) in heads.Index())
        {
            writer.Text(SheetFrame.HeadRow, index + 1, content.Text($"head.{head}"));
        }

        writer.Sheet.Range(SheetFrame.HeadRow, 1, SheetFrame.HeadRow, heads.Length).Head();
        var deviations = Deviations.Of(content.Answer);
        var row = SheetFrame.HeadRow + 1;
        foreach (var deviation in deviations)
        {
            WriteRow(row++, deviation);
        }

        SheetFrame.WriteNotes(writer, row + 1, heads.Length, [content.Text(deviations.Count == 0 ? "note.no_deviations" : "note.deviations")]);
        if (deviations.Count > 0)
        {
            writer.Sheet.Range(SheetFrame.HeadRow, 1, row - 1, heads.Length).SetAutoFilter();
        }

        SheetFrame.SetUp(writer, content, title, SheetFrame.HeadRow, 0);
    }

    /// <summary>A deviation's units with what makes them one: <c>Семей (61,6 %), Риддер (64,0 %)</c>.</summary>
    public static string Units(PackContent content, Deviation deviation, int most) => string.Join(", ", deviation.Units.Take(most)
        .Select(unit => content.Name(unit.Territory) + (content.Language.Detail(deviation, unit) is { } detail ? $" ({detail})" : "")))
        + (deviation.Units.Count > most ? " …" : "");

    private void WriteRow(int row, Deviation deviation)
    {
        string[] texts =
        [
            deviation.Status is { } status ? TargetSheet.StatusText(language, status) : "",
            language.Name(deviation.Indicator),
            language.Sentence(deviation),
            Units(content, deviation, int.MaxValue),
        ];
        foreach (var (index, text) in texts.Index())
        {
            writer.Text(row, index + 1, text);
        }

        var range = writer.Sheet.Range(row, 1, row, texts.Length);
        range.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        range.Row();
        writer.Sheet.Cell(row, 1).Style.Font.SetFontColor(CellStyles.Warning).Font.SetBold(deviation.Status == "far_behind");
        writer.Sheet.Cell(row, 2).Style.Font.SetBold();
        writer.Sheet.Row(row).Height = texts.Zip(Widths, TextLines.Height).Max();
    }
}
