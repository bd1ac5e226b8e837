using Analytics.Dashboard.Targets;
using Analytics.Warehouse.Forecasts;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages;

/// <summary>A plan and its fact on one axis from zero; places in percent of the axis.</summary>
/// <param name="Fact">What is attained, or null when it is not known.</param>
/// <param name="ToDate">The plan to date, or null where none can be told.</param>
/// <param name="Year">The year's plan.</param>
/// <param name="Forecast">The year's end that is expected, with where it lies most likely; null without a forecast.</param>
public sealed record TargetBullet(double? Fact, double? ToDate, double Year, (double Low, double Expected, double High)? Forecast)
{
    /// <summary>Null where nothing can be drawn: the plan or the fact is negative, or both are zero.</summary>
    public static TargetBullet? Of(TargetLine line, Forecast? forecast)
    {
        var (fact, toDate, year) = (line.Value.Figure.Value, line.Figure.ToDate, line.Figure.Year);
        var expected = forecast?.Method is { } method ? (method.Interval(ForecastTexts.Told), method.Expected) : (((decimal Low, decimal High) Between, decimal Expected)?)null;
        decimal?[] all = [fact, toDate, year, expected?.Between.High];
        var longest = all.Max()!.Value;
        return longest <= 0 || all.Min() < 0
            ? null
            : new TargetBullet(
                fact is { } known ? Place(known) : null,
                toDate is { } due ? Place(due) : null,
                Place(year),
                expected is { } end ? (Place(end.Between.Low), Place(end.Expected), Place(end.Between.High)) : null);

        double Place(decimal value) => (double)(value / longest * 100);
    }
}
