namespace Analytics.Warehouse.Indicators;

/// <summary>Kind of aid. Codes: <c>all</c>, <c>conditional</c>, <c>unconditional</c>.</summary>
public enum AidKind
{
    All = 0,
    Conditional = 1,
    Unconditional = 2,
}
