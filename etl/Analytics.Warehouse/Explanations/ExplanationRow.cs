namespace Analytics.Warehouse.Explanations;

/// <summary>One contribution to a change, in the indicator's unit; of rates in percentage points.</summary>
/// <param name="Code">Slug or code of the part, name of the measure, or the kind itself.</param>
/// <param name="Kind">What the row stands for.</param>
/// <param name="State">In which period the part existed.</param>
/// <param name="Before">What the part brought to the period compared with; null where it did not exist.</param>
/// <param name="Now">What it brought to the period asked for.</param>
/// <param name="Within">Of a ratio: by the part's own rate, at the mean weight of both periods. Null where the row is not divided.</param>
/// <param name="Mix">Of a ratio: by the part's weight, at its mean rate against the mean of the whole.</param>
/// <param name="Contribution">Contribution; the rows add up to the change to the last digit. Within plus mix where the row is divided.</param>
public sealed record ExplanationRow(
    string Code, ExplanationRowKind Kind, PartState State, Amounts? Before, Amounts? Now, decimal? Within, decimal? Mix, decimal Contribution)
{
    /// <summary>Contribution in percent of the change; null when nothing changed.</summary>
    public decimal? ShareOf(decimal change) => change == 0 ? null : Contribution / change * 100;
}
