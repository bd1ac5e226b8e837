using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Tables;

/// <summary>A table of figures: territories down, indicators across. The region stands first in any order.</summary>
/// <param name="Caption">What the table holds.</param>
/// <param name="Period">Short name of the period, for the heads.</param>
/// <param name="LastYear">Short name of last year's.</param>
/// <param name="Columns">Columns.</param>
/// <param name="Rows">Rows in the order asked for.</param>
/// <param name="OfficialOrderLink">Address of the table in the official order; null when it stands so.</param>
public sealed record FigureTable(
    string Caption, string Period, string LastYear, IReadOnlyList<FigureColumn> Columns, IReadOnlyList<FigureRow> Rows, string? OfficialOrderLink)
{
    /// <summary>True when last year and change stand under the figure, not beside it: for many indicators.</summary>
    public bool IsStacked { get; init; }

    /// <summary>True for narrow rows without bars.</summary>
    public required bool IsDense { get; init; }

    /// <summary>How the table is ordered by name, as <c>aria-sort</c> says it; null when it is not.</summary>
    public required string? NameOrder { get; init; }

    /// <summary>Address of the table in the order of the alphabet.</summary>
    public required string NameOrderLink { get; init; }

    /// <summary>Address of the table with narrow rows, or with wide ones where they are narrow.</summary>
    public required string DensityLink { get; init; }

    public static FigureTable Of(string caption, IndicatorAnswer answer, IReadOnlyList<Indicator> indicators, PageRequest request, NoteMarks marks)
    {
        var language = request.Language;
        var shared = indicators.ToDictionary(indicator => indicator.Code, indicator => NotesOfAllChanges(indicator, answer));
        var columns = indicators.Select(indicator => Column(indicator, request, marks.OfChange(shared[indicator.Code]))).ToList();
        var longest = indicators.ToDictionary(indicator => indicator.Code, indicator => Longest(indicator, answer));
        var rows = TableOrder.Of(answer, request.Query, language).Select(territory => new FigureRow(
            answer.Name(territory, language),
            territory.Kind == TerritoryKind.Region,
            [.. columns.Select(column => Cell(answer[column.Indicator, territory], column, longest[column.Indicator.Code], language, marks, shared[column.Indicator.Code]) with
            {
                Link = FigureLinks.Made(request, column.Indicator, territory),
            })],
            FigureLinks.District(request, territory)));
        return new FigureTable(
            caption,
            answer.Query.Period.YearNumber(),
            answer.Query.Period.LastYear.YearNumber(),
            columns,
            [.. rows],
            request.Query.Sort is null ? null : request.Link(request.Query with { Sort = null, Ascending = false }))
        {
            NameOrder = request.Query.Sort != TerritorySort.Name ? null : request.Query.Ascending ? "ascending" : "descending",
            NameOrderLink = request.Link(request.Query with { Sort = TerritorySort.Name, Ascending = true }),
            IsDense = request.Query.IsDense,
            DensityLink = request.Link(request.Query with { IsDense = !request.Query.IsDense }),
        };
    }

    private static FigureColumn Column(Indicator indicator, PageRequest request, IReadOnlyList<NoteMark> marks)
    {
        var query = request.Query;
        var isOrdered = query.Sort == indicator.Code;
        return new FigureColumn(
            indicator,
            request.Language.ShortName(indicator),
            request.Language.Description(indicator),
            FigureScale.Of(indicator, request.Language),
            marks,
            isOrdered ? (query.Ascending ? "ascending" : "descending") : null,
            request.Link(query with { Sort = indicator.Code, Ascending = isOrdered && !query.Ascending }));
    }

    private static FigureCell Cell(
        IndicatorValue value, FigureColumn column, decimal longest, Language language, NoteMarks marks, IReadOnlyCollection<string> inHead)
    {
        var isTotal = value.Territory.Kind == TerritoryKind.Region && value.Indicator.Accumulation != Accumulation.Ratio;
        var bar = value.Figure.Value is { } number && longest > 0 && !isTotal
            ? (double?)Math.Clamp((double)(number / longest * 100), 0, 100)
            : null;
        return FigureCell.Of(value, column.Scale, language, marks, inHead) with { Bar = bar, Status = value.Target?.Status is "plan" ? null : value.Target?.Status };
    }

    /// <summary>Notes that qualify every change of an indicator: they are said once, in the head of its column.</summary>
    private static List<string> NotesOfAllChanges(Indicator indicator, IndicatorAnswer answer) => answer.Values
        .Where(value => value.Indicator == indicator && (value.Change is not null || value.NotComparable.Count > 0))
        .Select(value => value.Notes.Where(NoteMarks.IsOfChange))
        .Aggregate((IEnumerable<string>?)null, (shared, notes) => shared?.Intersect(notes) ?? notes)?
        .ToList() ?? [];

    /// <summary>The value whose bar fills the cell: the greatest among districts, or 100 % where no rate exceeds it and some come near.</summary>
    private static decimal Longest(Indicator indicator, IndicatorAnswer answer)
    {
        var greatest = answer.Values
            .Where(value => value.Indicator == indicator && value.Territory.Kind != TerritoryKind.Region)
            .Max(value => value.Figure.Value) ?? 0;
        return indicator.IsRate && greatest is > 50 and < 100 ? 100 : greatest;
    }
}
