using Analytics.Warehouse.Measures;

namespace Analytics.Warehouse.Indicators;

/// <summary>All indicators in the order in which they are shown. A new one is a line here, its texts, and its measures if they are new.</summary>
public static class IndicatorCatalogue
{
    // Resolution 1032 of 30 December 2019 on the guaranteed social package.
    private static readonly DateOnly PackageLaw = new(2020, 1, 1);

    public static IReadOnlyList<Indicator> All { get; } =
    [
        Count("families", IndicatorGroup.Coverage, IndicatorUnit.Family, Direction.Neutral, Accumulation.Distinct),
        Count("persons", IndicatorGroup.Coverage, IndicatorUnit.Person, Direction.Neutral, Accumulation.Distinct),
        Count("children_1_6", IndicatorGroup.Coverage, IndicatorUnit.Person, Direction.Neutral, Accumulation.Distinct),
        Rate("coverage_rate", IndicatorGroup.Coverage, "persons", "population", Direction.Neutral, decimals: 2),
        Count("conditional_families", IndicatorGroup.Coverage, IndicatorUnit.Family, Direction.Neutral, Accumulation.Distinct),
        Rate("conditional_share", IndicatorGroup.Coverage, "conditional_families", "families", Direction.Neutral),
        Count("able_bodied_persons", IndicatorGroup.Coverage, IndicatorUnit.Person, Direction.Neutral, Accumulation.Distinct),
        Rate("able_bodied_share", IndicatorGroup.Coverage, "able_bodied_persons", "persons", Direction.Neutral),
        Count("families_new", IndicatorGroup.Coverage, IndicatorUnit.Family, Direction.Neutral, Accumulation.Distinct),
        Count("families_exited", IndicatorGroup.Coverage, IndicatorUnit.Family, Direction.MoreIsBetter, Accumulation.Distinct),
        Count("assigned_amount", IndicatorGroup.Spending, IndicatorUnit.Tenge, Direction.Neutral, Accumulation.Flow),
        Count("paid_amount", IndicatorGroup.Spending, IndicatorUnit.Tenge, Direction.Neutral, Accumulation.Flow),
        Count("allocated_amount", IndicatorGroup.Spending, IndicatorUnit.Tenge, Direction.Neutral, Accumulation.Flow),
        Rate("budget_execution", IndicatorGroup.Spending, "paid_amount", "allocated_amount", Direction.MoreIsBetter),
        Average("average_per_family", "paid_amount", "families"),
        Average("average_monthly_per_person", "paid_amount", "person_months"),
        Count("grant_applications", IndicatorGroup.Grants, IndicatorUnit.Application, Direction.MoreIsBetter, Accumulation.Flow),
        Count("grants_approved", IndicatorGroup.Grants, IndicatorUnit.Application, Direction.MoreIsBetter, Accumulation.Flow),
        Count("grants_refused", IndicatorGroup.Grants, IndicatorUnit.Application, Direction.LessIsBetter, Accumulation.Flow),
        Count("grants_under_review", IndicatorGroup.Grants, IndicatorUnit.Application, Direction.Neutral, Accumulation.Flow),
        Count("grants_paid", IndicatorGroup.Grants, IndicatorUnit.Application, Direction.MoreIsBetter, Accumulation.Flow),
        Rate("grant_approval_rate", IndicatorGroup.Grants, "grants_approved", "grant_applications", Direction.MoreIsBetter),
        Count("grant_amount", IndicatorGroup.Grants, IndicatorUnit.Tenge, Direction.MoreIsBetter, Accumulation.Flow),
        Count("grant_decision_days", IndicatorGroup.Grants, IndicatorUnit.Day, Direction.LessIsBetter, Accumulation.Ratio, decimals: 1),
        Count("microcredits_issued", IndicatorGroup.Grants, IndicatorUnit.Microcredit, Direction.MoreIsBetter, Accumulation.Flow),
        Count("microcredit_amount", IndicatorGroup.Grants, IndicatorUnit.Tenge, Direction.MoreIsBetter, Accumulation.Flow),
        Count("placements", IndicatorGroup.Employment, IndicatorUnit.Person, Direction.MoreIsBetter, Accumulation.Distinct),
        Count("placements_permanent", IndicatorGroup.Employment, IndicatorUnit.Person, Direction.MoreIsBetter, Accumulation.Distinct),
        Count("placements_subsidised", IndicatorGroup.Employment, IndicatorUnit.Person, Direction.Neutral, Accumulation.Distinct),
        Rate("permanent_share", IndicatorGroup.Employment, "placements_permanent", "placements", Direction.MoreIsBetter),
        Count("unemployed_persons", IndicatorGroup.Employment, IndicatorUnit.Person, Direction.Neutral, Accumulation.Distinct),
        Rate("employment_coverage", IndicatorGroup.Employment, "placements", "unemployed_persons", Direction.MoreIsBetter),
        Rate("retention_6m", IndicatorGroup.Employment, "placements_retained", "placements_followed", Direction.MoreIsBetter),
        Count("package_children", IndicatorGroup.Packages, IndicatorUnit.Person, Direction.MoreIsBetter, Accumulation.Distinct) with { ValidFrom = PackageLaw },
        Rate("package_coverage", IndicatorGroup.Packages, "package_children", "children_1_6", Direction.MoreIsBetter) with { ValidFrom = PackageLaw },
        Count("package_amount", IndicatorGroup.Packages, IndicatorUnit.Tenge, Direction.Neutral, Accumulation.Flow) with { ValidFrom = PackageLaw },
        Count("outreach_events", IndicatorGroup.Outreach, IndicatorUnit.Event, Direction.MoreIsBetter, Accumulation.Flow),
        Count("outreach_attendees", IndicatorGroup.Outreach, IndicatorUnit.Person, Direction.MoreIsBetter, Accumulation.Flow),
        Count("wellness_elderly", IndicatorGroup.Outreach, IndicatorUnit.Person, Direction.MoreIsBetter, Accumulation.Distinct),
    ];

    private static readonly Dictionary<string, Indicator> ByCode = All.ToDictionary(indicator => indicator.Code, StringComparer.Ordinal);

    public static Indicator? Find(string code) => ByCode.GetValueOrDefault(code);

    /// <summary>The indicator of a code that is known to exist.</summary>
    public static Indicator Get(string code) => ByCode[code];

    public static IReadOnlyList<Indicator> In(IndicatorGroup group) => [.. All.Where(indicator => indicator.Group == group)];

    private static Indicator Count(
        string code, IndicatorGroup group, IndicatorUnit unit, Direction direction, Accumulation accumulation, int decimals = 0) =>
        new(code, group, MeasureCatalogue.Get(code), null, 1, unit, decimals, direction, accumulation);

    private static Indicator Rate(
        string code, IndicatorGroup group, string numerator, string denominator, Direction direction, int decimals = 1) =>
        new(code, group, MeasureCatalogue.Get(numerator), MeasureCatalogue.Get(denominator), 100, IndicatorUnit.Percent, decimals, direction, Accumulation.Ratio);

    private static Indicator Average(string code, string numerator, string denominator) =>
        new(code, IndicatorGroup.Spending, MeasureCatalogue.Get(numerator), MeasureCatalogue.Get(denominator), 1, IndicatorUnit.Tenge, 0, Direction.Neutral, Accumulation.Ratio);
}
