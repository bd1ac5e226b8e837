using Analytics.Reports.Tables;
using Analytics.Warehouse.Indicators;

namespace Analytics.Reports.Charts;

/// <summary>Pictures of an indicator, from the same questions as page and workbook.</summary>
public sealed class IndicatorCharts(IndicatorReader reader)
{
    /// <summary>Horizontal bars: the region's units in the order asked for, this period and the same months of last year.</summary>
    /// <param name="indicator">Indicator shown.</param>
    /// <param name="question">What is asked for.</param>
    /// <param name="format">SVG or PNG.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Warehouse.Publications.NothingPublishedException">No publication is in force yet.</exception>
    public async Task<byte[]> BarAsync(Indicator indicator, ReportQuestion question, ChartFormat format, CancellationToken cancellationToken) =>
        new BarChart(await reader.ReadAsync(question.Of(indicator), cancellationToken), indicator, question).Draw(format);

    /// <summary>Lines over the months of a year: the region in the period's year and in the two years before.</summary>
    /// <inheritdoc cref="BarAsync"/>
    public async Task<byte[]> TrendAsync(Indicator indicator, ReportQuestion question, ChartFormat format, CancellationToken cancellationToken) =>
        new TrendChart(await reader.SeriesAsync(question.Months(indicator), cancellationToken), indicator, question).Draw(format);

    /// <summary>Rows of parts: the picture of a funnel, of kinds of work, or of a budget.</summary>
    /// <param name="table">What is drawn.</param>
    /// <param name="format">SVG or PNG.</param>
    public static byte[] Rows(ChartTable table, ChartFormat format) => new RowChart(RowDrawing.Of(table), table).Draw(format);
}
