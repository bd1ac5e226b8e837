using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Rankings;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Boards;

/// <summary>The deviations of the districts as the board tells them: the worst units by name, each with the way to its figure.</summary>
public static class DeviationLines
{
    /// <summary>Units named in a sentence; the others are counted.</summary>
    public const int Named = 5;

    /// <summary>The sentences in the order of the indicators; none when all is well.</summary>
    /// <param name="answer">The board's answer: the region and its units, with targets and last year.</param>
    /// <param name="request">The page's request.</param>
    public static IReadOnlyList<DeviationLine> Of(IndicatorAnswer answer, PageRequest request) =>
        [.. Deviations.Of(answer).Select(deviation => Line(deviation, answer, request))];

    private static DeviationLine Line(Deviation deviation, IndicatorAnswer answer, PageRequest request)
    {
        var (language, indicator) = (request.Language, deviation.Indicator);
        return new DeviationLine(
            language.Name(indicator),
            language.Sentence(deviation),
            [.. deviation.Units.Take(Named).Select(unit => new DeviatingUnit(answer.Name(unit.Territory, language), language.Detail(deviation, unit), FigureLinks.Made(request, indicator, unit.Territory)))],
            Math.Max(0, deviation.Units.Count - Named),
            deviation.Status,
            Everybody(request, deviation));
    }

    private static string Everybody(PageRequest request, Deviation deviation) => deviation.Kind == DeviationKind.Plan
        ? $"/targets?period={request.Query.Period.Code}&language={request.Language.Code}"
        : (request.Query.WithoutView() with
        {
            Sort = deviation.Indicator.Code,
            Ascending = deviation.Kind is DeviationKind.Share or DeviationKind.LastYear && deviation.Indicator.Direction == Direction.MoreIsBetter,
        }).Link("/" + deviation.Indicator.Group.Code(), request.Language);
}
