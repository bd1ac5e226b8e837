namespace Analytics.Warehouse.Rankings;

/// <summary>Why units need a look. Codes: <c>plan</c>, <c>overspent</c>, <c>share</c>, <c>last_year</c>, <c>not_reported</c>.</summary>
public enum DeviationKind
{
    /// <summary>Behind the plan to date.</summary>
    Plan = 1,

    /// <summary>More was paid than allocated.</summary>
    Overspent = 2,

    /// <summary>The share is worse than the region's by more than chance.</summary>
    Share = 3,

    /// <summary>The count is worse than last year's by more than chance.</summary>
    LastYear = 4,

    NotReported = 5,
}
