using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Forecasts;

/// <summary>The chance that the year's plan is met.</summary>
/// <param name="Plan">Plan for the year.</param>
/// <param name="Meaning">What "met" is: at least the plan where more is better, at most the plan where less is better; neutral: that the number is reached, good or not.</param>
/// <param name="Probability">0 to 1.</param>
public sealed record ForecastTarget(decimal Plan, Direction Meaning, double Probability)
{
    public static ForecastTarget Of(SeasonalShare method, decimal plan, Direction direction) =>
        new(plan, direction, direction == Direction.LessIsBetter ? method.AtMost(plan) : method.AtLeast(plan));
}
