using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Reports.Charts;

/// <summary>Pictures of an indicator, from the same questions as page and workbook.</summary>
public sealed class IndicatorCharts(IndicatorReader reader)
{
    /// <summary>Horizontal bars: the region's units in official order, this period and the same months of last year.</summary>
    /// <param name="indicator">Indicator shown.</param>
    /// <param name="question">What is asked for.</param>
    /// <param name="format">SVG or PNG.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Warehouse.Publications.NothingPublishedException">No publication is in force yet.</exception>
    public async Task<byte[]> BarAsync(Indicator indicator, ReportQuestion question, ChartFormat format, CancellationToken cancellationToken)
    {
        var answer = await reader.ReadAsync(
            new IndicatorQuery([indicator], question.Territories, question.Period)
            {
                Comparisons = new HashSet<Comparison> { Comparison.LastYear },
                Audience = question.Audience,
                Boundaries = question.Boundaries,
            },
            cancellationToken);
        return new BarChart(answer, indicator, question.Language, question.IsDemo).Draw(format);
    }

    /// <summary>Lines over the months of a year: the region in the period's year, up to its last month, and in the two years before.</summary>
    /// <inheritdoc cref="BarAsync"/>
    public async Task<byte[]> TrendAsync(Indicator indicator, ReportQuestion question, ChartFormat format, CancellationToken cancellationToken)
    {
        var from = new DateOnly(question.Period.Year - 2, 1, 1);
        var points = await reader.SeriesAsync(
            new SeriesQuery(indicator, [Territories.Shipped.Region], PeriodKind.Month, from, question.Period.LastDay) { Audience = question.Audience, Boundaries = question.Boundaries },
            cancellationToken);
        return new TrendChart(points, indicator, question).Draw(format);
    }
}
