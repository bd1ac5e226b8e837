using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Maps;

/// <summary>A map in words: where the most and the least is, and how many districts have no figure, and why.</summary>
public static class MapSummary
{
    public static string Of(IReadOnlyList<IndicatorValue> values, FigureScale scale, Language language, DateOnly day)
    {
        var known = values.Where(value => value.Figure.HasValue).OrderByDescending(value => value.Figure.Value).ToList();
        var absent = values
            .Where(value => !value.Figure.HasValue)
            .GroupBy(value => value.Figure.State)
            .OrderBy(group => group.Key)
            .Select(group => language.PageCount($"map.absent.{group.Key.Code()}", group.Count()));
        return string.Join(' ', absent.Prepend(known.Count == 0 ? language.Page("map.empty") : language.Page("map.summary", Named(known[0]), Named(known[^1]))));

        string Named(IndicatorValue value) => $"{value.Name(language.Code, day)} ({scale.Number(language, value.Figure.Value!.Value)})";
    }
}
