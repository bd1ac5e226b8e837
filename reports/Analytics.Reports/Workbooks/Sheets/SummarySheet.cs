using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>
/// All indicators for the region or a district: this period, the one compared with, and the plan to date. The parts of rates and
/// averages stand at the right, and the rates are formulas over them.
/// </summary>
internal sealed class SummarySheet(SheetWriter writer, PackContent content)
{
    private const int Unit = 2, Current = 3, LastYear = 4, Change = 5, RelativeChange = 6, Plan = 7, Attainment = 8, Status = 9, CurrentParts = 10, LastYearParts = 12, Notes = 14;
    private const int SubHeadRow = SheetFrame.HeadRow + 1;
    private static readonly double[] Widths = [43, 12, 14, 14, 14.5, 12, 14, 10.5, 17, 13, 13, 13, 13, 9];

    private readonly Language language = content.Language;
    private readonly List<string> notes = [];

    public static void Write(SheetWriter writer, PackContent content) => new SummarySheet(writer, content).Write();

    private void Write()
    {
        var title = language.ReportText("title.summary");
        foreach (var (index, width) in Widths.Index())
        {
            writer.Sheet.Column(index + 1).Width = width;
        }

        SheetFrame.WriteTitle(writer, content, title);
        WriteHead();
        var row = SubHeadRow + 1;
        foreach (var group in content.Groups)
        {
            writer.Text(row, 1, language.Name(group)).Style.Font.SetBold().Font.SetFontColor(CellStyles.Accent);
            writer.Sheet.Range(row, 1, row, Notes).Row();
            writer.Sheet.Row(row++).Height = 21;
            foreach (var indicator in IndicatorCatalogue.In(group))
            {
                WriteRow(row++, content.Answer[indicator, content.Subject]);
            }
        }

        IEnumerable<string> lines = [language.ReportText("note.formulas"), .. notes.Select((note, index) => $"{index + 1}) {language.Note(note)}")];
        SheetFrame.WriteNotes(writer, row + 1, Notes, lines);
        SheetFrame.SetUp(writer, content, title, SubHeadRow, 1, isOnePage: true);
    }

    private void WriteHead()
    {
        var (period, lastYear) = (language.Name(content.Period), language.Name(content.Other));
        string[] heads =
        [
            language.ReportText("head.indicator"), language.ReportText("head.unit"), period, lastYear,
            content.Text("head.change"), content.Text("head.change_relative"), content.Text("head.target_to_date"), content.Text("head.attainment"), content.Text("head.status"),
        ];
        foreach (var (index, head) in heads.Index())
        {
            writer.Text(SheetFrame.HeadRow, index + 1, head);
        }

        writer.Text(SheetFrame.HeadRow, CurrentParts, language.ReportText("head.parts"));
        foreach (var (column, year) in new[] { (CurrentParts, content.Period.Year), (LastYearParts, content.Other.Year) })
        {
            writer.Text(SubHeadRow, column, $"{language.ReportText("head.numerator")}, {year}");
            writer.Text(SubHeadRow, column + 1, $"{language.ReportText("head.denominator")}, {year}");
        }

        writer.Text(SheetFrame.HeadRow, Notes, language.ReportText("head.notes"));
        writer.Sheet.Range(SheetFrame.HeadRow, 1, SubHeadRow, Notes).Head();
        writer.Sheet.Range(SheetFrame.HeadRow, Current, SubHeadRow, Notes - 1).Style.Alignment.Horizontal = XLAlignmentHorizontalValues.Right;
        writer.Sheet.Range(SheetFrame.HeadRow, CurrentParts, SubHeadRow, Notes - 1).Style.Font.SetFontColor(CellStyles.Muted).Font.SetBold(false);
        writer.Sheet.Range(SheetFrame.HeadRow, CurrentParts, SheetFrame.HeadRow, Notes - 1).Merge();
        writer.Sheet.Cell(SheetFrame.HeadRow, Notes).Style.Alignment.SetIndent(1);
        writer.Sheet.Cell(SheetFrame.HeadRow, Status).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetIndent(1);
        foreach (var column in Enumerable.Range(1, Status).Append(Notes))
        {
            writer.Sheet.Range(SheetFrame.HeadRow, column, SubHeadRow, column).Merge();
        }

        writer.Sheet.Row(SheetFrame.HeadRow).Height = 16;
        writer.Sheet.Row(SubHeadRow).Height = 29;
    }

    private void WriteRow(int row, IndicatorValue value)
    {
        var indicator = value.Indicator;
        var lastYear = value.LastYear ?? Figure.Absent(ValueState.NotReported);
        writer.Text(row, 1, language.Name(indicator)).Style.Alignment.SetIndent(1);
        writer.Text(row, Unit, language.UnitName(indicator.Unit)).Style.Font.SetFontColor(CellStyles.Muted);
        WriteFigure(row, Current, CurrentParts, indicator, value.Figure);
        WriteFigure(row, LastYear, LastYearParts, indicator, lastYear);
        writer.Sheet.Cell(row, Current).Style.Font.SetBold(value.Figure.HasValue);
        WriteChange(row, value);
        WritePlan(row, value);
        AddNames(row, indicator);
        writer.Index.Add(indicator, content.Answer, writer.Reference(SheetWriter.Address(row, Current)));
        writer.Control($"{language.Name(indicator)}, {language.Name(content.Period)}", Current, (row, row), [value.Figure.Value]);
        writer.Control($"{language.Name(indicator)}, {language.Name(content.Other)}", LastYear, (row, row), [lastYear.Value]);
        if (value.Notes.Count > 0)
        {
            notes.AddRange(value.Notes.Except(notes));
            writer.Text(row, Notes, string.Join(", ", value.Notes.Select(note => $"{notes.IndexOf(note) + 1})"))).Second();
            writer.Sheet.Cell(row, Notes).Style.Alignment.SetIndent(1);
        }

        writer.Sheet.Range(row, 1, row, Notes).Row();
    }

    private void WriteFigure(int row, int column, int parts, Indicator indicator, Figure figure)
    {
        if (figure is { Value: { } value, Numerator: { } numerator, Denominator: { } denominator })
        {
            writer.Number(row, parts, numerator, "#,##0").Second();
            writer.Number(row, parts + 1, denominator, "#,##0").Second();
            var formula = Formulas.Ratio(SheetWriter.Address(row, parts), SheetWriter.Address(row, parts + 1), indicator.Factor);
            writer.Formula(row, column, formula, value, indicator.Format());
        }
        else if (figure.Value is { } count)
        {
            writer.Number(row, column, count, indicator.Format());
        }
        else
        {
            writer.State(row, column, figure.State);
        }
    }

    // By these names formulas of the office's own can refer to the figures: =families-families.other.
    private void AddNames(int row, Indicator indicator)
    {
        writer.Sheet.Workbook.NamedRanges.Add(indicator.Code, writer.Sheet.Cell(row, Current).AsRange());
        writer.Sheet.Workbook.NamedRanges.Add(indicator.Code + ".other", writer.Sheet.Cell(row, LastYear).AsRange());
        writer.Sheet.Workbook.NamedRanges.Add(indicator.Code + ".plan", writer.Sheet.Cell(row, Plan).AsRange());
    }

    private void WritePlan(int row, IndicatorValue value)
    {
        if (value.Target is not { } target)
        {
            return;
        }

        if (target.ToDate is { } due)
        {
            writer.Number(row, Plan, due, value.Indicator.Format());
        }

        if (target.Attainment is { } attainment)
        {
            writer.Formula(row, Attainment, Formulas.Ratio(SheetWriter.Address(row, Current), SheetWriter.Address(row, Plan), 100), attainment, $"#,##0.0\"{language.PercentSuffix}\"");
        }

        TargetSheet.WriteStatus(writer, row, Status, target.Status, language);
    }

    private void WriteChange(int row, IndicatorValue value)
    {
        var indicator = value.Indicator;
        var isRefused = value is { Change: null, Figure.HasValue: true, LastYear.HasValue: true };
        if (!indicator.IsRate && !isRefused)
        {
            var formula = Formulas.Difference(SheetWriter.Address(row, Current), SheetWriter.Address(row, LastYear));
            writer.Formula(row, Change, formula, value.Change?.Absolute, CellStyles.ChangeFormat(indicator.Decimals));
        }

        writer.Change(row, RelativeChange, value, Current, LastYear);
    }
}
