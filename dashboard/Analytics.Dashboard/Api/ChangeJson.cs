using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Api;

/// <summary>A change, or why there is none.</summary>
/// <param name="State"><c>measured</c>, or <c>not_comparable</c>: numbers are then there only when they were asked for all the same.</param>
/// <param name="Absolute">This minus the other.</param>
/// <param name="Percent">Percent of the other.</param>
/// <param name="Points">Percentage points, of rates.</param>
/// <param name="Times">This ÷ the other, from 2 on.</param>
/// <param name="Reasons">Codes of the notes why the two are not comparable.</param>
public sealed record ChangeJson(string State, decimal? Absolute, decimal? Percent, decimal? Points, decimal? Times, IReadOnlyList<string> Reasons)
{
    public static ChangeJson? Of(Change? change, IReadOnlyList<string> reasons) => change is null && reasons.Count == 0
        ? null
        : new ChangeJson(
            (reasons.Count == 0 ? ValueState.Measured : ValueState.NotComparable).Code(), change?.Absolute, change?.Percent, change?.Points, change?.Times, reasons);
}
