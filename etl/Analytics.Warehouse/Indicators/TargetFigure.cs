namespace Analytics.Warehouse.Indicators;

/// <summary>The plan beside the fact. Attainment is fact ÷ plan × 100, unrounded; whether a high one is good follows the indicator's direction.</summary>
/// <param name="ToDate">Plan for the months of the period: the year's plan by months for flows, the year's plan itself for a whole year, else null.</param>
/// <param name="Year">Plan for the whole year.</param>
/// <param name="Attainment">Percent of the plan to date; null when there is none.</param>
/// <param name="YearAttainment">Percent of the plan for the year.</param>
/// <param name="Status"><c>met</c>, <c>near</c> or <c>behind</c> where a direction is better; <c>plan</c> where neither is; null when it cannot be told.</param>
public sealed record TargetFigure(decimal? ToDate, decimal Year, decimal? Attainment, decimal? YearAttainment, string? Status)
{
    private const decimal Met = 100;
    private const decimal Near = 95;

    public static TargetFigure Of(Indicator indicator, Period period, Figure figure, decimal year)
    {
        var months = period.LastMonthNumber - period.FirstMonthNumber + 1;
        decimal? toDate = period.IsWholeYear ? year : indicator.Accumulation == Accumulation.Flow ? year * months / 12 : null;
        var attainment = Attained(figure, toDate);
        return new TargetFigure(toDate, year, attainment, Attained(figure, year), Judge(indicator.Direction, attainment));
    }

    private static decimal? Attained(Figure figure, decimal? plan) => figure.Value is { } fact && plan > 0 ? fact / plan * 100 : null;

    private static string? Judge(Direction direction, decimal? attainment) => (direction, attainment) switch
    {
        (_, null) => null,
        (Direction.Neutral, _) => "plan",
        (Direction.MoreIsBetter, >= Met) or (Direction.LessIsBetter, <= Met) => "met",
        (Direction.MoreIsBetter, >= Near) or (Direction.LessIsBetter, <= Met + Met - Near) => "near",
        _ => "behind",
    };
}
