using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Targets;

/// <summary>The plan beside the fact. Attainment is fact ÷ plan × 100, unrounded; whether a high one is good follows the indicator's direction.</summary>
/// <param name="ToDate">Plan for the months of the period (<see cref="PlanToDate"/>), or null where none can be told.</param>
/// <param name="Year">Plan for the whole year.</param>
/// <param name="Attainment">Percent of the plan to date; null when there is none.</param>
/// <param name="YearAttainment">Percent of the plan for the year.</param>
/// <param name="Status"><c>met</c>, <c>near</c>, <c>behind</c> or <c>far_behind</c> where a direction is better; <c>plan</c> where neither is; null when it cannot be told.</param>
public sealed record TargetFigure(decimal? ToDate, decimal Year, decimal? Attainment, decimal? YearAttainment, string? Status)
{
    /// <summary>Note: less is planned than was done last year. So the plan is a lower one; it is no failure.</summary>
    public const string BelowLastYear = "plan_below_last_year";

    /// <summary>Code of the stage of the plan in force.</summary>
    public required string Stage { get; init; }

    /// <summary>Number of its decree, or empty.</summary>
    public required string DecreeNumber { get; init; }

    public required DateOnly? DecreeDate { get; init; }

    /// <summary>Code of the way in which the plan was spread over the months.</summary>
    public required string Phasing { get; init; }

    /// <summary>Last year's fact of the whole year, which the plan is seen against; null when it is not known.</summary>
    public decimal? LastYear { get; init; }

    /// <summary>Codes of what must be said of the plan: <c>plan_below_last_year</c>, <c>target_linear_instead</c>.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <param name="indicator">Indicator.</param>
    /// <param name="period">Period of the fact.</param>
    /// <param name="figure">The fact.</param>
    /// <param name="plan">Plan in force for the period's year.</param>
    /// <param name="course">Last year's course.</param>
    /// <param name="rules">Rules of the statuses.</param>
    public static TargetFigure Of(Indicator indicator, Period period, Figure figure, TargetVersion plan, LastYearCourse course, StatusRules rules)
    {
        var due = PlanToDate.Of(indicator, plan, period, course.SameMonths, course.WholeYear, course.IsBroken);
        var isBelow = indicator.Direction != Direction.LessIsBetter && indicator.Accumulation != Accumulation.Ratio && course.WholeYear > plan.Value;
        return new TargetFigure(due.Value, plan.Value, Attained(figure, due.Value), Attained(figure, plan.Value), rules.Judge(indicator, figure.Value, due.Value))
        {
            Stage = plan.Stage.Code(),
            DecreeNumber = plan.DecreeNumber,
            DecreeDate = plan.DecreeDate,
            Phasing = due.Phasing.Code(),
            LastYear = course.WholeYear,
            Notes = [.. new[] { isBelow ? BelowLastYear : null, due.Note }.OfType<string>()],
        };
    }

    private static decimal? Attained(Figure figure, decimal? plan) => figure.Value is { } fact && plan > 0 ? fact / plan * 100 : null;
}
