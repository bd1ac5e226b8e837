namespace Analytics.Warehouse.Indicators;

/// <summary>A figure of one period: its state, both parts and the unrounded value.</summary>
/// <param name="State">What is known.</param>
/// <param name="Numerator">Numerator; of a plain count the count itself. Null unless measured or zero.</param>
/// <param name="Denominator">Denominator of a ratio; null for other indicators.</param>
/// <param name="Value">Unrounded value: a count, tenge, days, or percent. Null unless measured or zero.</param>
public sealed record Figure(ValueState State, decimal? Numerator, decimal? Denominator, decimal? Value)
{
    public static Figure Absent(ValueState state) => new(state, null, null, null);

    public bool HasValue => Value is not null;
}
