using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Targets;

/// <summary>The part of a year's plan that is due in a period: pure arithmetic, unrounded.</summary>
/// <param name="Value">The plan for the period; null where none can be told.</param>
/// <param name="Phasing">The way that was used, which is not the one wanted when last year's course is of no use.</param>
/// <param name="Note">Why another way was used, or null.</param>
public sealed record PlanToDate(decimal? Value, TargetPhasing Phasing, string? Note)
{
    /// <summary>Note: last year's course is not known, zero, or not of the same land or rules.</summary>
    public const string LinearInstead = "target_linear_instead";

    /// <summary>The plan for a period.</summary>
    /// <param name="indicator">Indicator.</param>
    /// <param name="plan">Plan of the period's year.</param>
    /// <param name="period">Period.</param>
    /// <param name="lastYear">Last year's value of the same months.</param>
    /// <param name="wholeLastYear">Last year's value of the whole year.</param>
    /// <param name="isBroken">True when land or rules changed between the beginning of last year and the end of the period.</param>
    public static PlanToDate Of(Indicator indicator, TargetVersion plan, Period period, decimal? lastYear, decimal? wholeLastYear, bool isBroken)
    {
        var wanted = Wanted(indicator, plan);
        if (period.IsWholeYear)
        {
            return new PlanToDate(plan.Value, wanted, null);
        }

        return wanted switch
        {
            TargetPhasing.Level => new PlanToDate(plan.Value, wanted, null),
            TargetPhasing.Quarters => new PlanToDate(ByQuarters(indicator, plan.Quarters!, period), wanted, null),
            TargetPhasing.Seasonal when lastYear is > 0 && wholeLastYear is > 0 && !isBroken => new PlanToDate(plan.Value * lastYear / wholeLastYear, wanted, null),
            TargetPhasing.Seasonal => new PlanToDate(Linear(indicator, plan.Value, period), TargetPhasing.Linear, LinearInstead),
            _ => new PlanToDate(Linear(indicator, plan.Value, period), TargetPhasing.Linear, null),
        };
    }

    /// <summary>The way a plan is to be spread: its own, else by its quarters when it has them, else the indicator's usual one. Levels have no other.</summary>
    public static TargetPhasing Wanted(Indicator indicator, TargetVersion plan) => (indicator.Phasing, plan.Phasing) switch
    {
        (TargetPhasing.Level, _) => TargetPhasing.Level,
        (_, TargetPhasing.Quarters) or (_, null) when plan.Quarters is not null => TargetPhasing.Quarters,
        (var usual, TargetPhasing.Quarters or TargetPhasing.Level or null) => usual,
        (_, { } own) => own,
    };

    // Of distinct people no month has a part of the year's plan of its own: the same people come again.
    private static decimal? Linear(Indicator indicator, decimal year, Period period) =>
        indicator.Accumulation == Accumulation.Distinct && period.Kind != PeriodKind.YearToDate
            ? null
            : year * (period.LastMonthNumber - period.FirstMonthNumber + 1) / 12;

    private static decimal? ByQuarters(Indicator indicator, IReadOnlyList<decimal> quarters, Period period)
    {
        if (indicator.Accumulation == Accumulation.Distinct)
        {
            return period.Kind == PeriodKind.YearToDate ? Reached(period.LastMonthNumber) : null;
        }

        return Added(period.LastMonthNumber) - Added(period.FirstMonthNumber - 1);

        // Whole quarters, and of the one under way as many thirds as months.
        decimal Added(int months) => quarters.Take(months / 3).Sum() + (months % 3 == 0 ? 0 : quarters[months / 3] * (months % 3) / 3);

        decimal Reached(int months)
        {
            var before = months < 3 ? 0 : quarters[(months / 3) - 1];
            return months % 3 == 0 ? before : before + ((quarters[months / 3] - before) * (months % 3) / 3);
        }
    }
}
