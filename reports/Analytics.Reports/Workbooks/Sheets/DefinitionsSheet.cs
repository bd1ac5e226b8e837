using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>The last sheet: what each figure counts, of what it is made, and where it comes from.</summary>
internal sealed class DefinitionsSheet(SheetWriter writer, PackContent content)
{
    private static readonly double[] Widths = [36, 15, 82, 36, 36, 26, 15];
    private readonly Language language = content.Language;

    public static void Write(SheetWriter writer, PackContent content) => new DefinitionsSheet(writer, content).Write();

    private void Write()
    {
        var title = language.ReportText("title.definitions");
        foreach (var (index, width) in Widths.Index())
        {
            writer.Sheet.Column(index + 1).Width = width;
        }

        SheetFrame.WriteTitle(writer, content, title);
        string[] heads = ["indicator", "unit", "definition", "numerator", "denominator", "source", "direction"];
        foreach (var (index, head) in heads.Index())
        {
            writer.Text(SheetFrame.HeadRow, index + 1, language.ReportText($"head.{head}"));
        }

        writer.Sheet.Range(SheetFrame.HeadRow, 1, SheetFrame.HeadRow, Widths.Length).Head();
        writer.Sheet.Range(SheetFrame.HeadRow, 4, SheetFrame.HeadRow, Widths.Length).Style.Alignment.SetIndent(1);
        writer.Sheet.Row(SheetFrame.HeadRow).Height = 29;
        foreach (var (index, indicator) in content.Shown.Index())
        {
            WriteRow(SheetFrame.HeadRow + 1 + index, indicator);
        }

        writer.Sheet.Range(SheetFrame.HeadRow, 1, SheetFrame.HeadRow + content.Shown.Count, Widths.Length).SetAutoFilter();
        SheetFrame.SetUp(writer, content, title, SheetFrame.HeadRow, 1);
    }

    private void WriteRow(int row, Indicator indicator)
    {
        string[] texts =
        [
            language.Name(indicator),
            language.UnitName(indicator.Unit),
            language.Description(indicator),
            indicator.Denominator is null ? IndicatorTexts.Absent : language.Name(indicator.Numerator),
            indicator.Denominator is { } denominator ? language.Name(denominator) : IndicatorTexts.Absent,
            Sources(indicator),
            language.Name(indicator.Direction),
        ];
        foreach (var (index, text) in texts.Index())
        {
            writer.Text(row, index + 1, text);
        }

        var range = writer.Sheet.Range(row, 1, row, texts.Length);
        range.Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
        range.Row();
        writer.Sheet.Cell(row, 1).Style.Font.SetBold();
        writer.Sheet.Range(row, 4, row, texts.Length).Style.Alignment.SetIndent(1);
        writer.Sheet.Row(row).Height = texts.Zip(Widths, (text, width) => TextLines.Height(text, width)).Max();
    }

    private static string Sources(Indicator indicator)
    {
        Measure?[] measures = [indicator.Numerator, indicator.Denominator];
        return string.Join(" ", measures.OfType<Measure>().Select(measure => measure.Fact).Distinct());
    }
}
