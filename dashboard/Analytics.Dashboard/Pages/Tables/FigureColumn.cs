using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Pages.Tables;

/// <summary>A column of a table of figures.</summary>
/// <param name="Indicator">Indicator shown.</param>
/// <param name="Name">Short name for the head.</param>
/// <param name="Description">What the indicator means.</param>
/// <param name="Scale">How numbers are written.</param>
/// <param name="Marks">Marks of what qualifies every change in the column.</param>
/// <param name="Order"><c>ascending</c> or <c>descending</c> when the table is ordered by this column, else null: the value of aria-sort.</param>
/// <param name="OrderLink">Address of the table in the next order of this column.</param>
public sealed record FigureColumn(
    Indicator Indicator, string Name, string Description, FigureScale Scale, IReadOnlyList<NoteMark> Marks, string? Order, string OrderLink);
