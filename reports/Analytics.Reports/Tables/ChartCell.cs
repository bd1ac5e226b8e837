using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Reports.Tables;

/// <summary>A figure of a chart.</summary>
/// <param name="Indicator">Indicator that it is of; null of what is only worked out from others: a share, a plan, a rest.</param>
/// <param name="Territory">Territory.</param>
/// <param name="Period">Period.</param>
/// <param name="Category">Category of families.</param>
/// <param name="Figure">The figure, unrounded.</param>
/// <param name="Notes">Codes of its notes.</param>
public sealed record ChartCell(Indicator? Indicator, Territory Territory, Period Period, Category Category, Figure Figure, IReadOnlyList<string> Notes)
{
    /// <summary>True while a month of the period is not closed everywhere: the figure may still grow.</summary>
    public bool IsOpen => Notes.Contains("preliminary") || Notes.Contains("period_incomplete");

    /// <summary>A number worked out from figures, or the state of the one that is missing.</summary>
    public static Figure Worked(decimal? value, params ReadOnlySpan<Figure> from)
    {
        foreach (var figure in from)
        {
            if (!figure.HasValue)
            {
                return Figure.Absent(figure.State);
            }
        }

        return value is { } number
            ? new Figure(number == 0 ? ValueState.Zero : ValueState.Measured, number, null, number)
            : Figure.Absent(ValueState.NotApplicable);
    }
}
