using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.Warehouse.Forecasts;

/// <summary>The year's end of one indicator in one territory, or the reason why none is told.</summary>
/// <param name="Query">The question: one indicator, one territory.</param>
/// <param name="Publication">Publication that the figures are of.</param>
/// <param name="ToDate">The figure of the period asked for.</param>
/// <param name="Method">Forecast, spread and back-test; null when refused.</param>
/// <param name="Target">The chance that the plan is met; null without a plan.</param>
/// <param name="Reason">Why it is refused; null when it is not.</param>
/// <param name="LeftOut">Past years that are not used, oldest first.</param>
public sealed record Forecast(
    IndicatorQuery Query,
    Publication Publication,
    Figure ToDate,
    SeasonalShare? Method,
    ForecastTarget? Target,
    ForecastReason? Reason,
    IReadOnlyList<LeftOutYear> LeftOut)
{
    public Indicator Indicator => Query.Indicators[0];

    public Territory Territory => Query.Territories[0];
}
