using Analytics.Warehouse.Measures;
using Analytics.Warehouse.Targets;

namespace Analytics.Warehouse.Indicators;

/// <summary>
/// A definition over measures. The value is the numerator, or <c>numerator ÷ denominator × factor</c>, divided once, last.
/// Names and descriptions in three languages are in the text resources under <c>indicator.{Code}.name</c> and <c>.description</c>.
/// </summary>
/// <param name="Code">Stable code.</param>
/// <param name="Group">Page that it belongs to.</param>
/// <param name="Numerator">Measure counted.</param>
/// <param name="Denominator">Measure divided by, or null.</param>
/// <param name="Factor">100 for percentages, 1 otherwise.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="Decimals">Decimals shown; the value itself is never rounded.</param>
/// <param name="Direction">Which way is better.</param>
/// <param name="Accumulation">How it accumulates.</param>
public sealed record Indicator(
    string Code,
    IndicatorGroup Group,
    Measure Numerator,
    Measure? Denominator,
    int Factor,
    IndicatorUnit Unit,
    int Decimals,
    Direction Direction,
    Accumulation Accumulation)
{
    /// <summary>How a value is rounded to <see cref="Decimals"/> when it is shown.</summary>
    public Rounding Rounding { get; init; } = Rounding.HalfUp;

    /// <summary>
    /// How a year's plan is spread over the months when the plan itself does not say: amounts and events evenly, distinct people as
    /// last year's came in, levels and rates not at all.
    /// </summary>
    public TargetPhasing Phasing { get; init; } = Accumulation switch
    {
        Accumulation.Flow => TargetPhasing.Linear,
        Accumulation.Distinct => TargetPhasing.Seasonal,
        _ => TargetPhasing.Level,
    };

    /// <summary>Who answers for the figures.</summary>
    public IndicatorOwner Owner => Group is IndicatorGroup.Employment or IndicatorGroup.Grants ? IndicatorOwner.EmploymentCentres : IndicatorOwner.SocialProgrammes;

    /// <summary>First day of the law behind the quantity; before it the question has no answer.</summary>
    public DateOnly ValidFrom { get; init; } = DateOnly.MinValue;

    /// <summary>The days on which the rules behind the figures changed, oldest first.</summary>
    public IEnumerable<SeriesBreak> Breaks => SeriesBreak.All.Where(broken => broken.Breaks(this) || broken.Marks(this));

    /// <summary>What the figure is made of: the numerator, and the denominator of a ratio.</summary>
    public IEnumerable<Measure> Measures => Denominator is null ? [Numerator] : [Numerator, Denominator];

    /// <summary>The value as it is shown; never used to compute with.</summary>
    public decimal Shown(decimal value) => Rounding.Round(value, Decimals);

    /// <summary>True for percentages, whose changes are percentage points.</summary>
    public bool IsRate => Unit == IndicatorUnit.Percent;

    /// <summary>True for counts of families, people, applications and the like: not for money, days or percentages.</summary>
    public bool IsCount => Denominator is null && Unit is not (IndicatorUnit.Tenge or IndicatorUnit.Day or IndicatorUnit.Percent);

    /// <summary>True when a figure exists for one category of families. Only the numerator decides: a denominator without categories, such as population, is taken whole.</summary>
    public bool HasCategory => Numerator.HasCategory && (Denominator is null || Denominator.HasCategory || Denominator.Rule == MeasureRule.Stock);

    /// <summary>True when a figure exists for one kind of aid.</summary>
    public bool HasAid => Numerator.HasAid && (Denominator is null || Denominator.HasAid || Denominator.Rule == MeasureRule.Stock);
}
