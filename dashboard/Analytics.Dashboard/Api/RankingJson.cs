using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Rankings;

namespace Analytics.Dashboard.Api;

/// <summary>A ranking as the API writes it: units in official order, each with its place. Shares and limits are in percent.</summary>
/// <param name="Indicator">Code.</param>
/// <param name="Period">Code.</param>
/// <param name="Audience">For whom: <c>internal</c> or <c>public</c>.</param>
/// <param name="Publication">Publication.</param>
/// <param name="Better">Which way is better: <c>more_is_better</c>, <c>less_is_better</c>, or <c>neutral</c>, when the largest is first.</param>
/// <param name="SmallestBase">Shares of fewer cases have no place.</param>
/// <param name="Region">The region's value, which the units are compared with.</param>
/// <param name="Units">The units.</param>
public sealed record RankingJson(
    string Indicator, string Period, string Audience, PublicationRef Publication, string Better, int SmallestBase, ValueJson? Region, IReadOnlyList<RankingJson.Unit> Units)
{
    public static RankingJson Of(IndicatorAnswer answer, Indicator indicator) => new(
        indicator.Code,
        answer.Query.Period.Code,
        answer.Query.Audience.Code(),
        new PublicationRef(answer.Publication.Number, answer.Publication.PublishedAt),
        indicator.Direction.Code(),
        Ranking.SmallestBase,
        answer.Values.FirstOrDefault(value => value.Territory.Kind == TerritoryKind.Region) is { } region ? ValueJson.Of(region) : null,
        [.. Ranking.Of(answer, indicator).Select(unit => new Unit(
            unit.Value.Territory.Slug,
            unit.Value.Figure.State.Code(),
            unit.Value.Figure.Numerator,
            unit.Value.Figure.Denominator,
            unit.Value.Figure.Value,
            unit.Rank,
            unit.RankRange?.Best,
            unit.RankRange?.Worst,
            unit.Interval?.Low,
            unit.Interval?.High,
            unit.Zone?.Code(),
            unit.Note is { } note ? [.. unit.Value.Notes, note] : unit.Value.Notes))]);

    /// <summary>A unit: its value and place, the places it may be at, the interval of its share, and its zone of the funnel.</summary>
    public sealed record Unit(
        string Territory,
        string State,
        decimal? Numerator,
        decimal? Denominator,
        decimal? Value,
        int? Rank,
        int? BestRank,
        int? WorstRank,
        double? Low,
        double? High,
        string? Zone,
        IReadOnlyList<string> Notes);
}
