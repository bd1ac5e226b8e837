using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.Warehouse.Explanations;

/// <summary>A change of one indicator in one territory, divided into contributions, or the reason why it is not.</summary>
/// <param name="Query">The question: one indicator, one territory, one comparison.</param>
/// <param name="By">Into what it is divided.</param>
/// <param name="Publication">Publication that the figures are of.</param>
/// <param name="Before">Figure of the period compared with.</param>
/// <param name="Now">Figure of the period asked for.</param>
/// <param name="Rows">Contributions, parts in official order; empty when refused. Their sum is <see cref="Change"/> exactly.</param>
/// <param name="RoundedInto">Code of the row that carries the last digit of divisions; null when there was none to carry.</param>
/// <param name="Reason">Why it is refused; null when it is not.</param>
/// <param name="Notes">Codes of the notes that stand beside the change itself.</param>
public sealed record Explanation(
    IndicatorQuery Query,
    ExplanationBy By,
    Publication Publication,
    Figure Before,
    Figure Now,
    IReadOnlyList<ExplanationRow> Rows,
    string? RoundedInto,
    ExplanationReason? Reason,
    IReadOnlyList<string> Notes)
{
    public Indicator Indicator => Query.Indicators[0];

    public Territory Territory => Query.Territories[0];

    /// <summary>Last year or the period before; only of a question that names no period to compare with.</summary>
    public Comparison Comparison => Query.Comparisons.Single();

    /// <summary>The period compared with.</summary>
    public Period OtherPeriod => Query.ComparedWith is [var named] ? named : Comparison == Comparison.LastYear ? Query.Period.LastYear : Query.Period.Previous;

    /// <summary>The figure asked for minus the one compared with, unrounded; of rates in percentage points. Null while one of them is absent.</summary>
    public decimal? Change => Now.Value - Before.Value;
}
