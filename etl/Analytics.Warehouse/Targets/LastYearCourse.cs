namespace Analytics.Warehouse.Targets;

/// <summary>How last year went, as far as a plan is seen against it.</summary>
/// <param name="SameMonths">Last year's value of the same months; null when it is not known.</param>
/// <param name="WholeYear">Last year's value of the whole year; null when it is not known.</param>
/// <param name="IsBroken">True when land or rules changed between the beginning of last year and the end of the period.</param>
public readonly record struct LastYearCourse(decimal? SameMonths, decimal? WholeYear, bool IsBroken);
