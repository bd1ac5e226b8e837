using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Rankings;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>The first page: letterhead, what the workbook is about, the headline figures as references to the summary, what needs attention, and the way to every sheet.</summary>
internal sealed class TitleSheet(SheetWriter writer, PackContent content, IReadOnlyList<string> letterhead)
{
    private const int Name = 1, Figure = 2, Unit = 3, Other = 4, Change = 5, Attainment = 6, Status = 7, Last = 7;
    private const int MostDeviations = 6, MostUnits = 4;
    private static readonly double[] Widths = [46, 20, 12, 20, 16, 16, 24];

    private static readonly Indicator[] Headlines = [.. new[]
    {
        "families", "persons", "paid_amount", "budget_execution", "grant_approval_rate", "placements", "package_children", "outreach_events",
    }.Select(IndicatorCatalogue.Get)];

    private readonly Language language = content.Language;

    public void Write()
    {
        foreach (var (index, width) in Widths.Index())
        {
            writer.Sheet.Column(index + 1).Width = width;
        }

        var row = WriteHeading();
        row = WriteHeadlines(row + 1);
        row = WriteDeviations(row + 1);
        WriteContents(row + 1);
        SheetFrame.SetUp(writer, content, content.Text("title.akimat"), 0, 0, isOnePage: true);
    }

    private int WriteHeading()
    {
        var row = 1;
        foreach (var line in letterhead)
        {
            writer.Text(row++, 1, line).Style.Font.SetFontColor(CellStyles.Muted).Font.SetBold();
        }

        writer.Sheet.Range(row - 1, 1, row - 1, Last).Style.Border.SetBottomBorder(XLBorderStyleValues.Thin).Border.SetBottomBorderColor(CellStyles.Accent);
        row++;
        writer.Text(row, 1, content.Text("title.akimat")).Style.Font.SetBold().Font.SetFontSize(CellStyles.TitleSize).Font.SetFontColor(CellStyles.Accent);
        writer.Sheet.Row(row++).Height = 24;
        writer.Text(row++, 1, content.PeriodLine).Style.Font.SetBold();
        writer.Text(row++, 1, content.PublicationLine).Style.Font.SetFontColor(CellStyles.Muted);
        if (content.Demo)
        {
            writer.Text(row++, 1, content.Text("subtitle.demo")).Style.Font.SetBold().Font.SetFontColor(CellStyles.Warning);
        }

        return row;
    }

    private int WriteHeadlines(int row)
    {
        string[] heads = ["indicator", "figure", "unit", "other", "change_relative", "attainment", "status"];
        foreach (var (index, head) in heads.Index())
        {
            writer.Text(row, index + 1, head switch
            {
                "figure" => language.Name(content.Period),
                "other" => language.Name(content.Other),
                _ => content.Text($"head.{head}"),
            });
        }

        writer.Sheet.Range(row, 1, row, Last).Head();
        writer.Sheet.Range(row, Figure, row, Attainment).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right);
        writer.Sheet.Cell(row, Unit).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Left).Alignment.SetIndent(1);
        writer.Sheet.Cell(row, Status).Style.Alignment.SetIndent(1);
        writer.Sheet.Row(row).Height = 29;
        foreach (var indicator in Headlines)
        {
            WriteHeadline(++row, content.Answer[indicator, PackContent.Region]);
        }

        return row + 1;
    }

    private void WriteHeadline(int row, IndicatorValue value)
    {
        var indicator = value.Indicator;
        writer.Text(row, Name, language.Name(indicator));
        writer.Text(row, Unit, language.UnitName(indicator.Unit)).Second();
        writer.Sheet.Cell(row, Unit).Style.Alignment.SetIndent(1);
        if (value.Figure.Value is { } figure && writer.Index.Find(indicator, content.Answer) is { } cell)
        {
            writer.Formula(row, Figure, cell, figure, indicator.Format()).Style.Font.SetBold().Font.SetFontSize(CellStyles.TitleSize);
        }
        else
        {
            writer.State(row, Figure, value.Figure.State);
        }

        writer.Figure(row, Other, indicator, value.LastYear);
        writer.Change(row, Change, value, Figure, Other);
        if (value.Target is { } target)
        {
            writer.Text(row, Status, TargetSheet.StatusText(language, target.Status)).Style.Alignment.SetIndent(1);
            if (target is { Attainment: { } attainment, ToDate: { } due })
            {
                var plan = due.ToString(System.Globalization.CultureInfo.InvariantCulture);
                writer.Formula(row, Attainment, Formulas.Ratio(SheetWriter.Address(row, Figure), plan, 100), attainment, $"#,##0.0\"{language.PercentSuffix}\"");
            }
        }

        writer.Sheet.Range(row, 1, row, Last).Row();
        writer.Sheet.Row(row).Height = 24;
    }

    private int WriteDeviations(int row)
    {
        writer.Text(row, 1, content.Text("title.deviations")).Style.Font.SetBold().Font.SetFontColor(CellStyles.Accent);
        var deviations = Deviations.Of(content.Answer);
        if (deviations.Count == 0)
        {
            writer.Text(++row, 1, content.Text("note.no_deviations"));
        }

        foreach (var deviation in deviations.Take(MostDeviations))
        {
            var text = $"{language.Name(deviation.Indicator)}: {language.Sentence(deviation)} – {DeviationSheet.Units(content, deviation, MostUnits)}";
            writer.Text(++row, 1, text);
            writer.Sheet.Range(row, 1, row, Last).Merge().Style.Alignment.SetWrapText().Alignment.SetVertical(XLAlignmentVerticalValues.Top);
            writer.Sheet.Row(row).Height = TextLines.Height(text, Widths.Sum());
        }

        if (deviations.Count > MostDeviations)
        {
            WriteLink(++row, content.Text("title.more_deviations", deviations.Count - MostDeviations), content.Text("sheet.deviations"));
        }

        return row + 1;
    }

    private void WriteContents(int row)
    {
        writer.Text(row, 1, content.Text("title.contents")).Style.Font.SetBold().Font.SetFontColor(CellStyles.Accent);
        var sheets = writer.Sheet.Workbook.Worksheets.Where(sheet => sheet.Name != writer.Sheet.Name).OrderBy(sheet => sheet.Position).Select(sheet => sheet.Name).ToList();
        var height = (sheets.Count + 1) / 2;
        foreach (var (index, sheet) in sheets.Index())
        {
            WriteLink(row + 1 + (index % height), sheet, sheet, index < height ? Name : Other);
        }
    }

    private void WriteLink(int row, string text, string sheet, int column = Name)
    {
        var cell = writer.Text(row, column, text);
        cell.Hyperlink = new XLHyperlink($"{SheetWriter.Quoted(sheet)}!A1");
        cell.Style.Font.SetFontColor(CellStyles.Accent).Font.SetUnderline(XLFontUnderlineValues.Single);
    }
}
