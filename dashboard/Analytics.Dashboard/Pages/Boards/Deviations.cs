using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Rankings;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Boards;

/// <summary>
/// What a leader would want to be told of the districts, in words: who is behind the plan to date, who paid beyond the allocation,
/// whose share is worse than the region's or whose count is worse than last year's by more than chance does, who has not reported.
/// </summary>
public static class Deviations
{
    /// <summary>Units named in a sentence; the others are counted.</summary>
    public const int Named = 5;

    private static readonly string[] OffPlan = ["behind", "far_behind"];

    /// <summary>The sentences in the order of the indicators; none when all is well.</summary>
    /// <param name="answer">The board's answer: the region and its units, with targets and last year.</param>
    /// <param name="request">The page's request.</param>
    public static IReadOnlyList<Deviation> Of(IndicatorAnswer answer, PageRequest request) =>
        [.. answer.Query.Indicators.SelectMany(indicator => Of(answer, indicator, request))];

    /// <summary>True when two counts of one unit differ by more than chance does: 1.96 standard deviations of a difference of two Poisson counts.</summary>
    public static bool IsBeyondChance(decimal now, decimal before) =>
        Math.Abs((double)(now - before)) > Proportion.Likely * Math.Sqrt((double)(now + before));

    private static IEnumerable<Deviation> Of(IndicatorAnswer answer, Indicator indicator, PageRequest request)
    {
        var units = answer.Values.Where(value => value.Indicator == indicator && value.Territory.Kind != TerritoryKind.Region).ToList();
        var language = request.Language;
        var behind = units.Where(unit => OffPlan.Contains(unit.Target?.Status)).ToList();
        var worse = units.Where(IsWorse).ToList();

        return new[]
        {
            Sentence("plan", [.. behind.OrderBy(unit => unit.Target!.Attainment)], unit => language.Attainment(unit.Target!.Attainment), behind.Exists(unit => unit.Target!.Status == "far_behind") ? "far_behind" : "behind"),
            Sentence("overspent", [.. units.Where(unit => indicator.Code == "budget_execution" && unit.Figure.Value > 100).OrderByDescending(unit => unit.Figure.Value)], Value),
            Sentence("share", [.. Outliers(answer, indicator).OrderByDescending(unit => Distance(answer, unit))], Value),
            Sentence("last_year", [.. worse.OrderByDescending(unit => Math.Abs(unit.Change!.Percent ?? 0))], unit => $"{language.Number(unit.LastYear!.Value!.Value, 0)} → {language.Number(unit.Figure.Value!.Value, 0)}"),
            Sentence("not_reported", [.. units.Where(unit => unit.Figure.State == ValueState.NotReported)], _ => null),
        }.OfType<Deviation>();

        string? Value(IndicatorValue unit) => language.Value(indicator, unit.Figure);

        Deviation? Sentence(string kind, IReadOnlyList<IndicatorValue> off, Func<IndicatorValue, string?> detail, string? status = null) => off.Count == 0
            ? null
            : new Deviation(
                language.Name(indicator),
                language.PageCount($"deviations.{kind}", off.Count),
                [.. off.Take(Named).Select(unit => new DeviatingUnit(answer.Name(unit.Territory, language), detail(unit), FigureLinks.Made(request, indicator, unit.Territory)))],
                Math.Max(0, off.Count - Named),
                status,
                Everybody(request, indicator, kind));
    }

    // Whose share is worse than the region's by more than chance does.
    private static IEnumerable<IndicatorValue> Outliers(IndicatorAnswer answer, Indicator indicator) => Ranking.IsShare(indicator)
        ? Ranking.Of(answer, indicator).Where(unit => unit.Zone is FunnelZone.Beyond95 or FunnelZone.Beyond998 && IsWorseThanRegion(answer, unit.Value)).Select(unit => unit.Value)
        : [];

    private static bool IsWorseThanRegion(IndicatorAnswer answer, IndicatorValue unit) => unit.Indicator.Direction switch
    {
        Direction.MoreIsBetter => unit.Figure.Value < RegionOf(answer, unit.Indicator),
        Direction.LessIsBetter => unit.Figure.Value > RegionOf(answer, unit.Indicator),
        _ => false,
    };

    private static decimal Distance(IndicatorAnswer answer, IndicatorValue unit) => Math.Abs((unit.Figure.Value - RegionOf(answer, unit.Indicator)) ?? 0);

    private static decimal? RegionOf(IndicatorAnswer answer, Indicator indicator) => answer[indicator, Territories.Shipped.Region].Figure.Value;

    // Only counts, and only against a year they may be compared with.
    private static bool IsWorse(IndicatorValue unit) =>
        unit is { Indicator.IsRate: false, Change: not null, NotComparable.Count: 0, Figure.Value: { } now, LastYear.Value: { } before }
        && unit.Indicator.Direction switch { Direction.MoreIsBetter => now < before, Direction.LessIsBetter => now > before, _ => false }
        && IsBeyondChance(now, before);

    private static string Everybody(PageRequest request, Indicator indicator, string kind) => kind == "plan"
        ? $"/targets?period={request.Query.Period.Code}&language={request.Language.Code}"
        : (request.Query.WithoutView() with { Sort = indicator.Code, Ascending = kind is "share" or "last_year" && indicator.Direction == Direction.MoreIsBetter })
            .Link("/" + indicator.Group.Code(), request.Language);
}
