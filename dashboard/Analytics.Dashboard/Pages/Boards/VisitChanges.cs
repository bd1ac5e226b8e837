using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Boards;

/// <summary>What changed on the board since the reader was here.</summary>
/// <param name="Text">In a sentence.</param>
/// <param name="Figures">The figures that changed, the region's first, each with what it was.</param>
/// <param name="Others">How many more there are.</param>
/// <param name="Link">All changes between the two publications; null when there are none or the one before is no longer kept.</param>
public sealed record VisitChanges(string Text, IReadOnlyList<string> Figures, int Others, string? Link)
{
    private const int Named = 6;

    /// <summary>The changes; null on a first visit.</summary>
    /// <param name="visit">The visit.</param>
    /// <param name="now">The board's answer.</param>
    /// <param name="reader">Reads the same question as it was answered before.</param>
    /// <param name="language">Language.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static async Task<VisitChanges?> ReadAsync(Visit visit, IndicatorAnswer now, IndicatorReader reader, Language language, CancellationToken cancellationToken)
    {
        if (visit is not { Before: { } before, BeforeAt: { } at })
        {
            return null;
        }

        if (before == now.Publication.Number)
        {
            return new VisitChanges(language.Page("visit.nothing", language.Moment(at)), [], 0, null);
        }

        try
        {
            return Of(await reader.ReadAsync(now.Query with { Publication = before }, cancellationToken), now, at, language);
        }
        catch (NothingPublishedException)
        {
            return new VisitChanges(language.Page("visit.not_kept", language.Moment(at), before), [], 0, null);
        }
    }

    /// <summary>The cells of two answers to one question that differ.</summary>
    public static VisitChanges Of(IndicatorAnswer before, IndicatorAnswer now, DateTimeOffset at, Language language)
    {
        var changed = now.Values
            .Where(value => before[value.Indicator, value.Territory].Figure != value.Figure)
            .OrderBy(value => value.Territory.Kind != TerritoryKind.Region)
            .ToList();
        var figures = changed.Take(Named).Select(value =>
        {
            var scale = FigureScale.Of(value.Indicator, language);
            string Word(Figure figure) => figure.Value is { } number ? scale.Number(language, number) : language.ShortName(figure.State);
            return language.Page("visit.figure", language.ShortName(value.Indicator), now.Name(value.Territory, language), Word(before[value.Indicator, value.Territory].Figure), Word(value.Figure), scale.Unit);
        });
        return new VisitChanges(
            language.Page("visit.since", language.Moment(at), before.Publication.Number) + " " + (changed.Count == 0 ? language.Page("visit.same") : language.PageCount("visit.changed", changed.Count)),
            [.. figures],
            Math.Max(0, changed.Count - Named),
            $"/changes?from={before.Publication.Number}&to={now.Publication.Number}&language={language.Code}");
    }
}
