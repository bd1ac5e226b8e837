using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Rankings;
using Analytics.Warehouse.Targets;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Districts;

/// <summary>One indicator of a territory beside the region, like units and the plan.</summary>
public sealed record IndicatorLine
{
    public required Indicator Indicator { get; init; }

    public required FigureScale Scale { get; init; }

    public required FigureCell Cell { get; init; }

    /// <summary>The region's figure; null on the region's own page.</summary>
    public FigureCell? Region { get; init; }

    /// <summary>Median of like units; null where too few are known.</summary>
    public string? Median { get; init; }

    /// <summary>Least and greatest value of like units, and how many are known where not all are.</summary>
    public string? Range { get; init; }

    /// <summary>Place among the region's units: <c>4 из 18</c>. Only of what does not grow with the unit.</summary>
    public string? Place { get; init; }

    /// <summary>Best and worst place that chance allows: <c>2–7</c>.</summary>
    public string? PlaceRange { get; init; }

    /// <summary>Marks of why there is no place.</summary>
    public IReadOnlyList<NoteMark> PlaceMarks { get; init; } = [];

    public TargetFigure? Target { get; init; }

    /// <param name="value">Value of the territory.</param>
    /// <param name="region">Value of the region; null on its own page.</param>
    /// <param name="like">Values of like units.</param>
    /// <param name="place">Place of the territory; null where it has none.</param>
    /// <param name="units">Number of units that have a place.</param>
    /// <param name="frame">The page's request.</param>
    /// <param name="marks">Notes of the page.</param>
    public static IndicatorLine Of(IndicatorValue value, IndicatorValue? region, IReadOnlyCollection<IndicatorValue> like, RankedUnit? place, int units, PageRequest frame, NoteMarks marks)
    {
        var (language, indicator) = (frame.Language, value.Indicator);
        var scale = FigureScale.Of(indicator, language);
        var spread = LikeSpread.Of(like.Select(one => one.Figure));
        var ranked = indicator.Accumulation == Accumulation.Ratio ? place : null;
        return new IndicatorLine
        {
            Indicator = indicator,
            Scale = scale,
            Cell = FigureCell.Of(value, scale, language, marks) with { Link = FigureLinks.Made(frame, indicator, value.Territory) },
            Region = region is null ? null : FigureCell.Of(region, scale, language, marks) with { Link = FigureLinks.Made(frame, indicator, region.Territory) },
            Median = spread is null ? null : scale.Number(language, spread.Median),
            Range = spread is null ? null : Shown(spread, scale, like.Count, language),
            Place = ranked?.Rank is { } rank ? language.Page("district.place", rank, units) : null,
            PlaceRange = ranked?.RankRange is { } range && range.Best < range.Worst ? language.Page("district.place.range", range.Best, range.Worst) : null,
            PlaceMarks = ranked?.Note is { } note ? marks.OfFigure([note]) : [],
            Target = value.Target,
        };
    }

    private static string Shown(LikeSpread spread, FigureScale scale, int all, Language language)
    {
        var range = language.Page("district.range", scale.Number(language, spread.Low), scale.Number(language, spread.High));
        return spread.Known == all ? range : language.Page("district.range.of", range, spread.Known, all);
    }
}
