using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Tables;

/// <summary>A figure as shown in a cell, with its parts, last year and change.</summary>
public sealed record FigureCell
{
    /// <summary>The number; null when the figure is absent.</summary>
    public required string? Number { get; init; }

    /// <summary>Why there is no number, in a word; null when there is one.</summary>
    public required string? Absence { get; init; }

    /// <summary>Both parts of a rate.</summary>
    public required string? Parts { get; init; }

    /// <summary>Last year's number, or null.</summary>
    public required string? LastYear { get; init; }

    /// <summary>Why there is no number of last year.</summary>
    public required string? LastYearAbsence { get; init; }

    public required FigureChange? Change { get; init; }

    /// <summary>Marks beside the number.</summary>
    public required IReadOnlyList<NoteMark> FigureMarks { get; init; }

    /// <summary>Marks beside the change, or of why there is none; nothing where a side is absent.</summary>
    public required IReadOnlyList<NoteMark> ChangeMarks { get; init; }

    /// <summary>Address of the page that tells how the figure is made; null where it may not be told.</summary>
    public string? Link { get; init; }

    /// <summary>Status of the figure's target; null where there is none or a plan has no better side.</summary>
    public string? Status { get; init; }

    /// <summary>Length of the bar, 0 to 100; null when no bar is drawn.</summary>
    public double? Bar { get; init; }

    /// <param name="value">Value shown.</param>
    /// <param name="scale">How numbers are written.</param>
    /// <param name="language">Language.</param>
    /// <param name="marks">Notes of the page.</param>
    /// <param name="inHead">Notes that stand in the head of the column and are not repeated.</param>
    public static FigureCell Of(IndicatorValue value, FigureScale scale, Language language, NoteMarks marks, params IReadOnlyCollection<string> inHead) => new()
    {
        Number = value.Figure.Value is { } number ? scale.Number(language, number) : null,
        Absence = value.Figure.HasValue ? null : language.ShortName(value.Figure.State),
        Parts = FigureScale.Parts(language, value.Indicator, value.Figure),
        LastYear = value.LastYear?.Value is { } last ? scale.Number(language, last) : null,
        LastYearAbsence = value.LastYear is null or { HasValue: true } ? null : language.ShortName(value.LastYear.State),
        Change = FigureChange.Of(value.Indicator, value.Change, scale, language),
        FigureMarks = marks.OfFigure(value.Notes),
        ChangeMarks = value is { Figure.HasValue: true, LastYear.HasValue: true } ? marks.OfChange(value.Notes.Except(inHead)) : [],
    };
}
