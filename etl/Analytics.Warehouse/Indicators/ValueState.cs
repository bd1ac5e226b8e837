namespace Analytics.Warehouse.Indicators;

/// <summary>What is known about a figure; only <see cref="Measured"/> and <see cref="Zero"/> carry numbers.</summary>
public enum ValueState
{
    /// <summary>The source reported it.</summary>
    Measured = 1,

    /// <summary>The source was loaded for the period and holds nothing: a true zero.</summary>
    Zero = 2,

    /// <summary>No verified load covers the period.</summary>
    NotReported = 3,

    /// <summary>A small number, hidden from this audience.</summary>
    Hidden = 4,

    /// <summary>The question has no answer here: the territory was not part of the region, or nothing to divide by.</summary>
    NotApplicable = 5,

    /// <summary>The two sides were measured by different rules.</summary>
    NotComparable = 6,
}
