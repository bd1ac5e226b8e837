using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks;

/// <summary>The workbook in which plans are brought: one row for each indicator and territory, filled with the plans in force, and how to fill the rest.</summary>
public static class TargetTemplate
{
    private static readonly string[] Heads = ["indicator", "territory", "year", "value", "q1", "q2", "q3", "q4", "stage", "decree_number", "decree_date", "phasing"];
    private static readonly double[] Widths = [46, 30, 8, 18, 15, 15, 15, 15, 20, 16, 14, 22];

    /// <summary>Writes the template of a year.</summary>
    /// <param name="year">Year of the plans.</param>
    /// <param name="language">Language of heads, names and explanations.</param>
    /// <param name="book">Plans.</param>
    public static MemoryStream Write(int year, Language language, TargetBook book)
    {
        using var workbook = new XLWorkbook();
        workbook.Style.Font.SetFontName(CellStyles.FontName).Font.SetFontSize(CellStyles.TextSize).Font.SetFontColor(CellStyles.Text);
        var writer = new SheetWriter(workbook.AddWorksheet(language.ReportText("sheet.targets")), new LateParts(), language);
        foreach (var (index, head) in Heads.Index())
        {
            writer.Text(1, index + 1, language.ReportText($"target.head.{head}"));
            writer.Sheet.Column(index + 1).Width = Widths[index];
        }

        writer.Sheet.Range(1, 1, 1, Heads.Length).Head();
        writer.Sheet.SheetView.FreezeRows(1);
        var planned = book.All.Where(plan => plan.Year == year || plan.Year == year - 1).Select(plan => plan.Indicator).ToHashSet();
        var row = 2;
        foreach (var indicator in IndicatorCatalogue.All.Where(indicator => planned.Count == 0 || planned.Contains(indicator.Code)))
        {
            foreach (var territory in Territories.Shipped.During(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31)))
            {
                WriteRow(writer, row++, indicator, territory, year, book.InForce(indicator.Code, territory.Id, year), language);
            }
        }

        WriteHelp(new SheetWriter(workbook.AddWorksheet(language.ReportText("sheet.target_help")), new LateParts(), language), language);
        var file = new MemoryStream();
        workbook.SaveAs(file);
        file.Position = 0;
        return file;
    }

    private static void WriteRow(SheetWriter writer, int row, Indicator indicator, Territory territory, int year, TargetVersion? plan, Language language)
    {
        writer.Text(row, 1, language.Name(indicator));
        writer.Text(row, 2, territory.Name(language.Code, new DateOnly(year, 1, 1)));
        writer.Number(row, 3, year, "0");
        writer.Sheet.Range(row, 1, row, Heads.Length).Row();
        if (plan is null)
        {
            return;
        }

        var format = plan.Value == decimal.Truncate(plan.Value) ? "#,##0" : "#,##0.00";
        foreach (var (index, value) in new[] { plan.Value, plan.Q1, plan.Q2, plan.Q3, plan.Q4 }.Index())
        {
            if (value is { } known)
            {
                writer.Number(row, 4 + index, known, format);
            }
        }

        writer.Text(row, 9, language.Name(plan.Stage));
        writer.Text(row, 10, plan.DecreeNumber);
        if (plan.DecreeDate is { } day)
        {
            var cell = writer.Sheet.Cell(row, 11);
            cell.SetValue(day.ToDateTime(TimeOnly.MinValue));
            cell.Style.DateFormat.Format = "dd.mm.yyyy";
        }

        writer.Text(row, 12, plan.Phasing is { } phasing ? language.Name(phasing) : "");
    }

    private static void WriteHelp(SheetWriter writer, Language language)
    {
        writer.Sheet.Column(1).Width = 110;
        foreach (var (index, line) in language.ReportText("target.help").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Index())
        {
            writer.Text(index + 1, 1, line).Style.Alignment.SetWrapText();
            writer.Sheet.Row(index + 1).Height = TextLines.Height(line, 110) + 4;
        }
    }
}
