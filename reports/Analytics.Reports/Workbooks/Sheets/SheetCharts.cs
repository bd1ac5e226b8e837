using Analytics.Reports.Tables;
using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Cells;
using Analytics.Reports.Workbooks.NativeCharts;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Workbooks.Sheets;

/// <summary>The charts of the sheets, drawn from the cells that stand above them.</summary>
internal static class SheetCharts
{
    private const int RowsOfHead = 5;
    private const int LeastColumns = 8;
    private static readonly Theme Theme = Theme.Light;

    // The indicator that says most about a sheet, by what is on it.
    private static readonly string[] Leading = ["families", "paid_amount", "grant_approval_rate", "placements", "package_children", "outreach_events"];

    private static readonly string[] Years = [Theme.AccentText, Theme.Past, Theme.FarPast];

    /// <summary>The indicator that a sheet's chart shows; null where none of them leads.</summary>
    public static Indicator? Lead(IReadOnlyList<Indicator> indicators) => indicators.FirstOrDefault(indicator => Leading.Contains(indicator.Code));

    /// <summary>The leading indicator by district: beside the other period, or, of money that was allocated, what was paid of it.</summary>
    /// <param name="writer">The sheet.</param>
    /// <param name="content">What it is about.</param>
    /// <param name="blocks">Its columns.</param>
    /// <param name="units">First and last row of the units.</param>
    /// <param name="headRow">Row that holds the periods.</param>
    /// <param name="row">Row at which the chart begins.</param>
    public static void ByDistrict(SheetWriter writer, PackContent content, IReadOnlyList<DistrictBlock> blocks, (int First, int Last) units, int headRow, int row)
    {
        var lead = Lead([.. blocks.Where(block => block.Part is null).Select(block => block.Indicator)]);
        if (lead is null || units.Last < units.First)
        {
            return;
        }

        DistrictBlock Of(string code) => blocks.First(block => block.Part is null && block.Indicator.Code == code);
        var (language, own) = (content.Language, Of(lead.Code));
        var allocated = lead.Code == "paid_amount" ? blocks.FirstOrDefault(block => block is { Part: null, Indicator.Code: "allocated_amount" }) : null;
        IReadOnlyList<ChartSeries> series = allocated is not null
            ? [
                writer.Series(language.ShortName(allocated.Indicator), null, allocated.Column, units, Theme.FarPast),
                writer.Series(language.ShortName(lead), null, own.Column, units, Theme.AccentText),
            ]
            : [
                writer.Series(language.Name(content.Period), (headRow, own.Column), own.Column, units, Theme.AccentText),
                writer.Series(language.Name(content.Other), (headRow, own.LastYearColumn), own.LastYearColumn, units, Theme.Past),
            ];
        var title = allocated is not null ? content.Text("chart.budget.title") : $"{language.WithUnit(language.Name(lead), lead.Unit)}: {content.Text("chart.by_district")}";
        writer.Chart(Chart(writer, allocated is not null ? ChartShape.Bullet : ChartShape.Bars, title, units, series, row, 14));
    }

    /// <summary>A table's chart as its page draws it.</summary>
    public static void Of(SheetWriter writer, ChartTable table, (int First, int Last) rows, int headRow, int row)
    {
        var units = table.Rows.Count > 0 && table.Rows[0].IsRegion ? (rows.First + 1, rows.Last) : rows;
        ChartSeries Column(int index, string colour) => writer.Series(table.Columns[index].Name, (headRow, index + 2), index + 2, units, colour);
        if (units.Item2 < units.Item1 || table.Columns.Count == 0)
        {
            return;
        }

        var (shape, series) = table.Kind switch
        {
            ChartKind.Trend => (ChartShape.Lines, table.Columns.Select((_, index) => Column(index, Years[Math.Min(index, Years.Length - 1)]))),
            ChartKind.Funnel when table.Columns.Count == 6 => (ChartShape.Stacked, [Column(2, Theme.AccentText), Column(4, Theme.Accent)]),
            ChartKind.Funnel or ChartKind.Reasons => (ChartShape.Bars, [Column(0, Theme.AccentText)]),
            ChartKind.Kinds => (ChartShape.Bars, [Column(1, Theme.AccentText), Column(2, Theme.Past)]),
            ChartKind.Budget => (ChartShape.Bullet, [Column(1, Theme.FarPast), Column(0, Theme.AccentText)]),
            _ => (ChartShape.Bars, new[] { Column(0, Theme.AccentText), Column(1, Theme.Past) }),
        };
        writer.Chart(Chart(writer, shape, table.Title, units, [.. series], row, table.Columns.Count + 2));
    }

    /// <summary>Fact and plan of an indicator by district.</summary>
    public static void Plan(SheetWriter writer, string title, (int First, int Last) units, (int Column, string Name) fact, (int Column, string Name) plan, int row) => writer.Chart(Chart(
        writer,
        ChartShape.ColumnsAndMarks,
        title,
        units,
        [writer.Series(fact.Name, (SheetFrame.HeadRow, fact.Column), fact.Column, units, Theme.AccentText), writer.Series(plan.Name, (SheetFrame.HeadRow, plan.Column), plan.Column, units, Theme.Bad)],
        row,
        10));

    /// <summary>Months of an indicator, this year beside last.</summary>
    public static void Months(SheetWriter writer, string title, (int First, int Last) months, int column, int headRow, (int Now, int Before) years, int row) => writer.Chart(Chart(
        writer,
        ChartShape.Lines,
        title,
        months,
        [
            writer.Series(years.Now.ToString(System.Globalization.CultureInfo.InvariantCulture), (headRow, column), column, months, Theme.AccentText),
            writer.Series(years.Before.ToString(System.Globalization.CultureInfo.InvariantCulture), (headRow, column + 1), column + 1, months, Theme.Past),
        ],
        row,
        17));

    // Bars need a line each, lines and columns a height of their own.
    private static SheetChart Chart(SheetWriter writer, ChartShape shape, string title, (int First, int Last) rows, IReadOnlyList<ChartSeries> series, int row, int columns)
    {
        var names = Enumerable.Range(rows.First, rows.Last - rows.First + 1).Select(one => writer.ShownAt(one, 1)).ToList();
        var chart = new SheetChart(shape, title, writer.Fixed(rows, 1), names, series, row, Math.Max(LeastColumns, columns), 20);
        return chart.IsHorizontal ? chart with { Rows = RowsOfHead + (int)Math.Ceiling(names.Count * (shape == ChartShape.Bars && series.Count > 1 ? 1.5 : 1.1)) } : chart;
    }
}
