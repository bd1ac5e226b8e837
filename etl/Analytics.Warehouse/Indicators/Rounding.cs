namespace Analytics.Warehouse.Indicators;

/// <summary>How a value is rounded when it is shown. Nothing is computed from rounded values.</summary>
public enum Rounding
{
    /// <summary>To the nearest; halves away from zero.</summary>
    HalfUp = 1,

    /// <summary>Towards zero, as press releases of the office do: what is not whole does not look whole.</summary>
    Truncate = 2,
}

/// <summary>Rounding for show.</summary>
public static class RoundingRules
{
    public static decimal Round(this Rounding rounding, decimal value, int decimals) =>
        decimal.Round(value, decimals, rounding == Rounding.Truncate ? MidpointRounding.ToZero : MidpointRounding.AwayFromZero);
}
