using System.Globalization;
using Analytics.Reports.Texts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Tables;

/// <summary>Months by years, the latest year first; a year without any figure is left out.</summary>
public static class TrendTable
{
    /// <param name="answer">An answer of the same publication.</param>
    /// <param name="points">Months of the region.</param>
    /// <param name="indicator">Indicator.</param>
    /// <param name="question">What was asked.</param>
    public static ChartTable Of(IndicatorAnswer answer, IReadOnlyList<SeriesPoint> points, Indicator indicator, ReportQuestion question)
    {
        var language = question.Language;
        var known = points.ToDictionary(point => (point.Period.Year, Month: point.Period.LastMonthNumber));
        var years = points.Where(point => point.Figure.HasValue).Select(point => point.Period.Year).Distinct().OrderDescending().ToList();
        return new ChartTable(
            ChartKind.Trend,
            indicator,
            question,
            answer,
            $"{language.Name(indicator)}: {language.ReportText("chart.by_month")}",
            language.ReportText("chart.month"),
            [.. years.Select(year => year.ToString("0000", CultureInfo.InvariantCulture)).Select(year => ChartColumn.Of(indicator, year, year))],
            [.. Enumerable.Range(1, 12).Select(month => new ChartRow(
                month.ToString("00", CultureInfo.InvariantCulture), language.MonthName(month), false, [.. years.Select(year => Cell(year, month))]))]);

        ChartCell Cell(int year, int month) => known.TryGetValue((year, month), out var point)
            ? new ChartCell(indicator, point.Territory, point.Period, question.Category, point.Figure, point.Notes)
            : new ChartCell(indicator, Territories.Shipped.Region, Period.OfMonth(year, month), question.Category, Figure.Absent(ValueState.NotReported), []);
    }
}
