namespace Analytics.Warehouse.Explanations;

/// <summary>What a part brings to the figure of one period.</summary>
/// <param name="Numerator">Count or sum.</param>
/// <param name="Denominator">What it is divided by; null for plain counts, and where the parts have none of their own.</param>
public sealed record Amounts(decimal Numerator, decimal? Denominator = null)
{
    public static Amounts Nothing { get; } = new(0, 0);

    /// <summary>Denominator; zero where there is none.</summary>
    internal decimal Base => Denominator ?? 0;
}
