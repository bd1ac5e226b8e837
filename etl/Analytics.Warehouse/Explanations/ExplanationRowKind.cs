namespace Analytics.Warehouse.Explanations;

/// <summary>What a row of an explanation stands for.</summary>
public enum ExplanationRowKind
{
    /// <summary>A district, a category or a kind of aid.</summary>
    Part = 1,

    /// <summary>Families or people counted in more than one part, who are one in the whole.</summary>
    Overlap = 2,

    /// <summary>What belongs to no part.</summary>
    Remainder = 3,

    /// <summary>A measure that the figure is computed of.</summary>
    Factor = 4,

    /// <summary>How much comes to each: an amount divided by its number.</summary>
    Average = 5,

    /// <summary>The last digit of divisions, where no other row can carry it.</summary>
    Rounding = 6,
}
