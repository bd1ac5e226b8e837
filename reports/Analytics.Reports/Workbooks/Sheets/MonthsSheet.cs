using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.Packs;
using System.Globalization;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ClosedXML.Excel;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>The main indicators of one territory by month, this year beside last.</summary>
internal sealed class MonthsSheet(SheetWriter writer, PackContent content, IReadOnlyDictionary<Indicator, IReadOnlyList<SeriesPoint>> months)
{
    private const int SubHeadRow = SheetFrame.HeadRow + 1;
    private readonly Language language = content.Language;

    private static readonly Indicator[] Indicators = [.. new[]
    {
        "families", "persons", "assigned_amount", "paid_amount", "grant_applications", "grants_approved", "placements", "package_children",
    }.Select(IndicatorCatalogue.Get)];

    private static int Last => 1 + (2 * Indicators.Length);

    /// <summary>Months of the period's year and of the year before, of the question's place.</summary>
    public static async Task<IReadOnlyDictionary<Indicator, IReadOnlyList<SeriesPoint>>> ReadAsync(IndicatorReader reader, ReportQuestion question, CancellationToken cancellationToken)
    {
        var months = new Dictionary<Indicator, IReadOnlyList<SeriesPoint>>();
        foreach (var indicator in Indicators)
        {
            months[indicator] = await reader.SeriesAsync(
                question.Months(indicator) with { Territories = [question.Place], From = new DateOnly(question.Period.Year - 1, 1, 1) }, cancellationToken);
        }

        return months;
    }

    public void Write()
    {
        var title = content.Text("title.months", content.Name(content.Subject));
        writer.Sheet.Column(1).Width = 16;
        for (var column = 2; column <= Last; column++)
        {
            writer.Sheet.Column(column).Width = Indicators[(column - 2) / 2].Unit == IndicatorUnit.Tenge ? 15 : 11;
        }

        SheetFrame.WriteTitle(writer, content, title);
        WriteHead();
        foreach (var month in Enumerable.Range(1, 12))
        {
            var row = SubHeadRow + month;
            writer.Text(row, 1, language.MonthName(month));
            foreach (var (index, indicator) in Indicators.Index())
            {
                writer.Figure(row, 2 + (2 * index), indicator, Point(indicator, content.Period.Year, month));
                writer.Figure(row, 3 + (2 * index), indicator, Point(indicator, content.Period.Year - 1, month));
                writer.Sheet.Cell(row, 2 + (2 * index)).AsRange().GroupBegins();
            }

            writer.Sheet.Range(row, 1, row, Last).Row();
        }

        foreach (var (index, indicator) in Indicators.Index())
        {
            foreach (var (offset, year) in new[] { (0, content.Period.Year), (1, content.Period.Year - 1) })
            {
                writer.Control(
                    $"{language.Name(indicator)}, {year.ToString(CultureInfo.InvariantCulture)}", 2 + (2 * index) + offset, (SubHeadRow + 1, SubHeadRow + 12), Enumerable.Range(1, 12).Select(month => Point(indicator, year, month).Value));
            }
        }

        AddSparklines();
        var after = SheetFrame.WriteNotes(writer, SubHeadRow + 15, Last, [content.Text("note.months"), .. OpenMonths()]);
        var shown = Indicators[0];
        SheetCharts.Months(
            writer, language.WithUnit(language.Name(shown), shown.Unit), (SubHeadRow + 1, SubHeadRow + 12), 2, SubHeadRow, (content.Period.Year, content.Period.Year - 1), after + 1);
        SheetFrame.SetUp(writer, content, title, SubHeadRow, 1, isOnePage: true);
    }

    private void WriteHead()
    {
        writer.Text(SheetFrame.HeadRow, 1, content.Text("chart.month"));
        foreach (var (index, indicator) in Indicators.Index())
        {
            var column = 2 + (2 * index);
            writer.Text(SheetFrame.HeadRow, column, language.WithUnit(language.ShortName(indicator), indicator.Unit));
            writer.Number(SubHeadRow, column, content.Period.Year, "0");
            writer.Number(SubHeadRow, column + 1, content.Period.Year - 1, "0");
        }

        writer.Sheet.Range(SheetFrame.HeadRow, 1, SubHeadRow, Last).Head();
        writer.Sheet.Range(SheetFrame.HeadRow, 1, SubHeadRow, 1).Merge();
        writer.Sheet.Range(SubHeadRow, 2, SubHeadRow, Last).Style.Alignment.SetHorizontal(XLAlignmentHorizontalValues.Right).Font.SetBold(false);
        foreach (var index in Enumerable.Range(0, Indicators.Length))
        {
            writer.Sheet.Range(SheetFrame.HeadRow, 2 + (2 * index), SheetFrame.HeadRow, 3 + (2 * index)).Merge();
        }

        writer.Sheet.Row(SheetFrame.HeadRow).Height = 29;
    }

    // The course of the year in one cell, under each column.
    private void AddSparklines()
    {
        var row = SubHeadRow + 13;
        for (var column = 2; column <= Last; column++)
        {
            var group = writer.Sheet.SparklineGroups.Add(
                SheetWriter.Address(row, column), writer.Reference($"{SheetWriter.Address(SubHeadRow + 1, column)}:{SheetWriter.Address(SubHeadRow + 12, column)}"));
            group.Style.SeriesColor = column % 2 == 0 ? CellStyles.Accent : CellStyles.Bar;
        }

        writer.Sheet.Row(row).Height = 24;
    }

    private Figure Point(Indicator indicator, int year, int month) =>
        months[indicator].FirstOrDefault(point => point.Period == Period.OfMonth(year, month))?.Figure ?? Figure.Absent(ValueState.NotReported);

    private IEnumerable<string> OpenMonths()
    {
        var open = months.Values.SelectMany(points => points).Where(point => point.IsPreliminary).Select(point => point.Period).Distinct().OrderBy(period => period.FirstDay).ToList();
        return open.Count == 0 ? [] : [content.Text("note.open_months", string.Join(", ", open.Select(language.Name)))];
    }
}
