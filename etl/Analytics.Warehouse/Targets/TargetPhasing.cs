namespace Analytics.Warehouse.Targets;

/// <summary>How the year's plan is spread over its months. Codes: <c>linear</c>, <c>quarters</c>, <c>seasonal</c>, <c>level</c>.</summary>
public enum TargetPhasing
{
    /// <summary>A twelfth a month.</summary>
    Linear = 1,

    /// <summary>By the plan of the quarters, evenly inside each.</summary>
    Quarters = 2,

    /// <summary>As last year's value came to its whole: the share that the same months had of last year.</summary>
    Seasonal = 3,

    /// <summary>The year's plan is the plan at any time: of levels, rates and averages.</summary>
    Level = 4,
}
