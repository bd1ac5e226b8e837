namespace Analytics.Warehouse.Targets;

/// <summary>A line of the rules: the status holds from this attainment on.</summary>
/// <param name="Status"><c>met</c>, <c>near</c>, <c>behind</c> or <c>far_behind</c>.</param>
/// <param name="AtLeast">Percent of the plan from which it holds; where less is better as far above the plan as this is below it.</param>
public sealed record StatusRule(string Status, decimal AtLeast);
