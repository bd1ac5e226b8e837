using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Compared;

/// <summary>One indicator on both sides, as shown.</summary>
/// <param name="Indicator">Indicator.</param>
/// <param name="Scale">How its numbers are written.</param>
/// <param name="Side">Figure asked about.</param>
/// <param name="Other">Figure compared with.</param>
/// <param name="Difference">What lies between them.</param>
/// <param name="Absolute">By how much, in the indicator's unit; null for rates and where it is not told.</param>
/// <param name="Relative">In percent, points or times, with its way and meaning; null where it is not told.</param>
/// <param name="Marks">Marks beside the difference, or of why there is none.</param>
/// <param name="ExplainLink">Address of the page with this indicator explained.</param>
public sealed record ComparedLine(
    Indicator Indicator,
    FigureScale Scale,
    FigureCell Side,
    FigureCell Other,
    SideDifference Difference,
    string? Absolute,
    FigureChange? Relative,
    IReadOnlyList<NoteMark> Marks,
    string ExplainLink)
{
    /// <summary>True when both figures are there and are not to be compared.</summary>
    public bool IsRefused => Difference is { Change: null, Reasons.Count: > 0 };

    /// <param name="value">Value asked about.</param>
    /// <param name="other">Value compared with, its figure in the place of the first's.</param>
    /// <param name="difference">What lies between them.</param>
    /// <param name="sides">Both sides.</param>
    /// <param name="frame">The page's request.</param>
    /// <param name="marks">Notes of the page.</param>
    public static ComparedLine Of(IndicatorValue value, IndicatorValue other, SideDifference difference, ComparedSides sides, PageRequest frame, NoteMarks marks)
    {
        var (language, indicator) = (frame.Language, value.Indicator);
        var scale = FigureScale.Of(indicator, language);
        var then = frame with { Query = frame.Query with { Period = sides.With } };
        var relative = difference.Change is { Points: null, Times: null, Percent: null } ? null : FigureChange.Of(indicator, difference.Change, scale, language);
        return new ComparedLine(
            indicator,
            scale,
            FigureCell.Of(value, scale, language, marks) with { Link = FigureLinks.Made(frame, indicator, value.Territory) },
            FigureCell.Of(other, scale, language, marks) with { Link = FigureLinks.Made(then, indicator, other.Territory) },
            difference,
            difference.Change?.Absolute is { } absolute ? language.SignedNumber(absolute / scale.Divisor, scale.Decimals) : null,
            difference.IsOfTime ? relative : relative is null ? null : relative with { Meaning = "neutral" },
            [.. marks.OfChange(difference.Notes).Concat(marks.OfFigure(difference.Reasons))],
            frame.Link(frame.Query with { Chart = indicator.Code }) + "#explained");
    }
}
