using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>One form of the statutory pack: recipients, assigned and paid by district, for the period and since January. Money of the region is the sum of its units; recipients are counted once.</summary>
internal sealed class StatutorySheet(SheetWriter writer, StatutoryForm form)
{
    private const int Number = 1, Name = 2, Kato = 3, FirstFigure = 4;
    private const int SubHeadRow = SheetFrame.HeadRow + 1, RegionRow = SubHeadRow + 1;
    private readonly PackContent content = form.Content;
    private readonly Language language = form.Content.Language;
    private readonly Territory[] units = [.. form.Content.Units];

    private static int Width => StatutoryForm.Indicators.Count + 1;

    private int Blocks => form.SinceJanuary is null ? 1 : 2;

    private int Last => FirstFigure + (Width * Blocks) - 1;

    private int LastRow => RegionRow + units.Length;

    public void Write()
    {
        writer.Sheet.Column(Number).Width = 4;
        writer.Sheet.Column(Name).Width = 30;
        writer.Sheet.Column(Kato).Width = 12;
        SheetFrame.WriteTitle(writer, content, form.Title);
        WriteHead();
        foreach (var (index, unit) in units.Index())
        {
            writer.Number(RegionRow + 1 + index, Number, index + 1, "0").Second();
            WriteName(RegionRow + 1 + index, unit);
            WriteFigures(RegionRow + 1 + index, unit);
        }

        WriteName(RegionRow, PackContent.Region);
        WriteFigures(RegionRow, PackContent.Region);
        writer.Sheet.Range(RegionRow, 1, RegionRow, Last).RegionRow();
        foreach (var row in Enumerable.Range(RegionRow, LastRow - RegionRow + 1))
        {
            writer.Sheet.Range(row, 1, row, Last).Row();
        }

        Control();
        string[] lines = [content.Text("note.statutory"), content.Text("note.distinct"), .. content.Answer.Values.SelectMany(value => value.Notes).Distinct().Select(language.Note)];
        SheetFrame.WriteNotes(writer, LastRow + 2, Last, lines);
        SheetFrame.SetUp(writer, content, form.Title, SubHeadRow, Name, isOnePage: true);
        writer.Sheet.PageSetup.SetColumnsToRepeatAtLeft(Number, Name);
    }

    private IEnumerable<(int Column, IndicatorAnswer Answer, string Period)> Sides() => form.SinceJanuary is { } toDate
        ? [(FirstFigure, content.Answer, language.Name(content.Period)), (FirstFigure + Width, toDate, language.Name(toDate.Query.Period))]
        : [(FirstFigure, content.Answer, language.Name(content.Period))];

    private void WriteHead()
    {
        writer.Text(SheetFrame.HeadRow, Number, "№");
        writer.Text(SheetFrame.HeadRow, Name, content.Text("head.territory"));
        writer.Text(SheetFrame.HeadRow, Kato, content.Text("head.kato"));
        foreach (var (first, _, period) in Sides())
        {
            writer.Text(SheetFrame.HeadRow, first, period);
            foreach (var (index, indicator) in StatutoryForm.Indicators.Index())
            {
                writer.Text(SubHeadRow, first + index, language.WithUnit(language.ShortName(indicator), indicator.Unit));
                writer.Sheet.Column(first + index).Width = indicator.Unit == IndicatorUnit.Tenge ? 17 : 13;
            }

            writer.Text(SubHeadRow, first + Width - 1, content.Text("head.paid_of_assigned"));
            writer.Sheet.Column(first + Width - 1).Width = 14;
        }

        writer.Sheet.Range(SheetFrame.HeadRow, 1, SubHeadRow, Last).Head();
        writer.Sheet.Range(SubHeadRow, FirstFigure, SubHeadRow, Last).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Font.SetBold(false);
        foreach (var column in new[] { Number, Name, Kato })
        {
            writer.Sheet.Range(SheetFrame.HeadRow, column, SubHeadRow, column).Merge();
        }

        foreach (var (first, _, _) in Sides())
        {
            writer.Sheet.Range(SheetFrame.HeadRow, first, SheetFrame.HeadRow, first + Width - 1).Merge();
            writer.Sheet.Range(SheetFrame.HeadRow, first, LastRow, first).GroupBegins();
        }

        writer.Sheet.Row(SubHeadRow).Height = 42;
    }

    private void WriteName(int row, Territory territory)
    {
        writer.Text(row, Name, content.Name(territory)).Style.Alignment.SetWrapText().Alignment.SetIndent(1);
        writer.Text(row, Kato, (territory.On(content.Period.LastDay) ?? territory.Latest).Kato).Second();
        writer.Sheet.Row(row).Height = TextLines.Height(content.Name(territory), 28);
    }

    private void WriteFigures(int row, Territory territory)
    {
        foreach (var (first, answer, _) in Sides())
        {
            foreach (var (index, indicator) in StatutoryForm.Indicators.Index())
            {
                WriteFigure(row, first + index, answer[indicator, territory]);
            }

            var (assigned, paid) = (Column(first, StatutoryForm.Assigned), Column(first, StatutoryForm.Paid));
            var result = answer[StatutoryForm.Assigned, territory].Figure.Value is > 0 and var whole ? answer[StatutoryForm.Paid, territory].Figure.Value / whole * 100 : null;
            writer.Formula(row, first + Width - 1, Formulas.Ratio(SheetWriter.Address(row, paid), SheetWriter.Address(row, assigned), 100), result, $"#,##0.0\"{language.PercentSuffix}\"");
        }
    }

    private void WriteFigure(int row, int column, IndicatorValue value)
    {
        var adds = row == RegionRow && value.Indicator.Accumulation == Accumulation.Flow && units.Length > 0
            && Enumerable.Range(RegionRow + 1, units.Length).Sum(unit => writer.NumberAt(unit, column) ?? 0) == value.Figure.Value;
        if (adds)
        {
            writer.Formula(row, column, Formulas.Sum(SheetWriter.Address(RegionRow + 1, column), SheetWriter.Address(LastRow, column)), value.Figure.Value, value.Indicator.Format());
        }
        else
        {
            writer.Figure(row, column, value.Indicator, value.Figure);
        }

        if (row == RegionRow && column < FirstFigure + Width)
        {
            writer.Index.Add(value.Indicator, content.Answer, writer.Reference(SheetWriter.Address(row, column)));
        }
    }

    private void Control()
    {
        foreach (var (first, answer, period) in Sides())
        {
            foreach (var indicator in StatutoryForm.Indicators)
            {
                writer.Control(
                    $"{language.Name(indicator)}, {period}", Column(first, indicator), (RegionRow, LastRow), units.Prepend(PackContent.Region).Select(unit => answer[indicator, unit].Figure.Value));
            }
        }
    }

    private static int Column(int first, Indicator indicator) => first + StatutoryForm.Indicators.ToList().IndexOf(indicator);
}
