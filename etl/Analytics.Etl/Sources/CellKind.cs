namespace Analytics.Etl.Sources;

/// <summary>What a cell of a source row holds.</summary>
public enum CellKind : byte
{
    Null = 0,

    /// <summary>A whole number.</summary>
    Integer = 1,

    /// <summary>A number that is not whole, not finite, or too large.</summary>
    Fraction = 2,

    /// <summary>A day.</summary>
    Date = 3,

    /// <summary>A day outside the calendar, such as infinity.</summary>
    ImpossibleDate = 4,
    Text = 5,
}
