namespace Analytics.Warehouse.Rows;

/// <summary>Which of a figure's two quantities. Codes: <c>numerator</c>, <c>denominator</c>.</summary>
public enum FigurePart
{
    /// <summary>What is counted; of a plain count the count itself.</summary>
    Numerator = 1,

    /// <summary>What a rate is divided by.</summary>
    Denominator = 2,
}
