namespace Analytics.Warehouse.Indicators;

/// <summary>On which boundaries a figure is asked. Codes: <c>as_reported</c>, <c>current</c>, <c>common</c>.</summary>
public enum Boundaries
{
    /// <summary>The districts of the day the fact was reported.</summary>
    AsReported = 1,

    /// <summary>Today's districts.</summary>
    Current = 2,

    /// <summary>The finest units that are the same land in both periods.</summary>
    Common = 3,
}
