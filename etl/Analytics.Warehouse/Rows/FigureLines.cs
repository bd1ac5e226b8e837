using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;

namespace Analytics.Warehouse.Rows;

/// <summary>A page of the lines behind one quantity of a figure, beside the figure itself.</summary>
/// <param name="Value">The figure as it is published.</param>
/// <param name="Measure">The quantity whose lines these are.</param>
/// <param name="Published">Number of the quantity in the publication; null where the figure is absent.</param>
/// <param name="Count">Number of all lines.</param>
/// <param name="Total">What all lines give now, by the rule of the measure: their number, sum or median.</param>
/// <param name="Facts">Facts behind all lines.</param>
/// <param name="IsShared">True when of some facts only a declared share is counted: no whole lines make up such a figure.</param>
/// <param name="Page">The lines asked for; none where the figure is absent or shared.</param>
public sealed record FigureLines(
    IndicatorValue Value, Measure Measure, decimal? Published, long Count, decimal Total, long Facts, bool IsShared, IReadOnlyList<FigureLine> Page)
{
    /// <summary>Units that were loaded after the figure was published.</summary>
    public IReadOnlyList<LoadedSince> Since { get; init; } = [];

    /// <summary>True when the lines give the very figure.</summary>
    public bool IsEqual => Published == Total;
}
