using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;

namespace Analytics.UnitTests.Warehouse.Targets;

/// <summary>Plans and indicators that the facts about targets are told with.</summary>
internal static class Plans
{
    public static Indicator Families { get; } = IndicatorCatalogue.Get("families");

    /// <summary>Distinct people; more is better.</summary>
    public static Indicator Placements { get; } = IndicatorCatalogue.Get("placements");

    /// <summary>Money; neither is better.</summary>
    public static Indicator Paid { get; } = IndicatorCatalogue.Get("paid_amount");

    /// <summary>Events; more is better.</summary>
    public static Indicator Events { get; } = IndicatorCatalogue.Get("outreach_events");

    /// <summary>Applications; less is better.</summary>
    public static Indicator Refused { get; } = IndicatorCatalogue.Get("grants_refused");

    /// <summary>A level of days; less is better.</summary>
    public static Indicator DecisionDays { get; } = IndicatorCatalogue.Get("grant_decision_days");

    public static Indicator ApprovalRate { get; } = IndicatorCatalogue.Get("grant_approval_rate");

    public static Period Year { get; } = Period.OfYear(2021);

    public static TargetVersion Plan(decimal value) => new() { Id = 1, Indicator = "families", TerritoryId = 1, Year = 2021, Value = value };

    public static TargetVersion Plan(decimal value, decimal q1, decimal q2, decimal q3, decimal q4) => Plan(value) with { Q1 = q1, Q2 = q2, Q3 = q3, Q4 = q4 };

    public static Figure Known(decimal value) => new(value == 0 ? ValueState.Zero : ValueState.Measured, value, null, value);

    public static TargetFigure Beside(Indicator indicator, Period period, decimal fact, decimal plan) =>
        TargetFigure.Of(indicator, period, Known(fact), Plan(plan), default, StatusRules.Shipped);
}
