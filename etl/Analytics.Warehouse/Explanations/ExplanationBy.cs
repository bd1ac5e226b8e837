namespace Analytics.Warehouse.Explanations;

/// <summary>Into what a change is divided. Codes: <c>district</c>, <c>category</c>, <c>aid</c>, <c>factors</c>.</summary>
public enum ExplanationBy
{
    /// <summary>Units of the region.</summary>
    District = 1,

    /// <summary>Categories of families.</summary>
    Category = 2,

    /// <summary>Kinds of aid.</summary>
    Aid = 3,

    /// <summary>What the figure is computed of: numerator and denominator, or how many and how much each.</summary>
    Factors = 4,
}
