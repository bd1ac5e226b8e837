namespace Analytics.Reports.Tables;

/// <summary>Kinds of charts. Codes: <c>bar</c>, <c>trend</c>, <c>funnel</c>, <c>kinds</c>, <c>budget</c>, <c>reasons</c>.</summary>
public enum ChartKind
{
    /// <summary>An indicator by district, beside last year.</summary>
    Bar = 1,

    /// <summary>An indicator of the region by month, three years over each other.</summary>
    Trend = 2,

    /// <summary>How far grant applications get.</summary>
    Funnel = 3,

    /// <summary>Kinds of work that people were placed in, by district.</summary>
    Kinds = 4,

    /// <summary>What was paid of what was allocated, by district.</summary>
    Budget = 5,

    /// <summary>Why grant applications were refused.</summary>
    Reasons = 6,
}
