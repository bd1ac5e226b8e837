using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Charts;

/// <summary>Pictures of an indicator, from the same questions as page and workbook.</summary>
public sealed class IndicatorCharts(IndicatorReader reader)
{
    /// <summary>Horizontal bars: the region's units in official order, this period and the same months of last year.</summary>
    /// <param name="indicator">Indicator shown.</param>
    /// <param name="period">Period shown.</param>
    /// <param name="language">Language of all texts.</param>
    /// <param name="audience">Who will see it.</param>
    /// <param name="format">SVG or PNG.</param>
    /// <param name="demo">True when the figures are synthetic: the picture then says so.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="Warehouse.Publications.NothingPublishedException">No publication is in force yet.</exception>
    public async Task<byte[]> BarAsync(
        Indicator indicator, Period period, Language language, Audience audience, ChartFormat format, bool demo, CancellationToken cancellationToken)
    {
        var territories = Territories.Shipped.During(period.FirstDay, period.LastDay);
        var answer = await reader.ReadAsync(
            new IndicatorQuery([indicator], territories, period) { Comparisons = new HashSet<Comparison> { Comparison.LastYear }, Audience = audience },
            cancellationToken);
        return new BarChart(answer, indicator, language, demo).Draw(format);
    }

    /// <summary>Lines over the months of a year: the region in the period's year, up to its last month, and in the two years before.</summary>
    /// <inheritdoc cref="BarAsync"/>
    public async Task<byte[]> TrendAsync(
        Indicator indicator, Period period, Language language, Audience audience, ChartFormat format, bool demo, CancellationToken cancellationToken)
    {
        var from = new DateOnly(period.Year - 2, 1, 1);
        var points = await reader.SeriesAsync(
            new SeriesQuery(indicator, [Territories.Shipped.Region], PeriodKind.Month, from, period.LastDay) { Audience = audience },
            cancellationToken);
        return new TrendChart(points, indicator, period, language, audience, demo).Draw(format);
    }
}
