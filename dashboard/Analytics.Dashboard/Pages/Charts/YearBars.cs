using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Charts;

/// <summary>
/// A small chart of the same months in each year, one bar a year from a baseline of zero; drawn on the server as SVG.
/// </summary>
/// <param name="Bars">Bars, oldest first.</param>
/// <param name="Summary">The chart in words.</param>
public sealed record YearBars(IReadOnlyList<YearBar> Bars, string Summary)
{
    public const double Height = 40;
    public const double Step = 16;
    public const double BarWidth = 11;

    public double Width => Bars.Count * Step;

    /// <param name="indicator">Indicator.</param>
    /// <param name="points">Points of one territory; those of other months than the period's are left out.</param>
    /// <param name="query">State of the page.</param>
    /// <param name="language">Language of the summary.</param>
    public static YearBars Of(Indicator indicator, IEnumerable<SeriesPoint> points, PageQuery query, Language language)
    {
        var period = query.Period;
        var scale = FigureScale.Of(indicator, language);
        var years = points
            .Where(point => point.Period.Kind == period.Kind && point.Period.LastMonthNumber == period.LastMonthNumber)
            .OrderBy(point => point.Period.Year)
            .ToList();
        var greatest = years.Max(point => point.Figure.Value) ?? 0;
        var bars = years.Select((point, index) =>
        {
            var height = point.Figure.Value is { } value && greatest > 0 ? Math.Round((double)(value / greatest) * Height, 1) : 0;
            return new YearBar(
                point.Period.Year,
                index * Step,
                Height - height,
                height,
                point.Figure.HasValue,
                point.Period.Year == period.Year,
                IsLabelled(point.Period.Year, years[0].Period.Year, years[^1].Period.Year, period.Year),
                index > 0 && Breaks.OfLand(point.Territory, query.Boundaries, years[index - 1].Period, point.Period));
        });
        var summary = years.Select(point =>
            $"{point.Period.Year}: {(point.Figure.Value is { } value ? scale.Number(language, value) : language.ShortName(point.Figure.State))}");
        return new YearBars([.. bars], string.Join("; ", summary));
    }

    /// <summary>The year of the page, and the ends of the row where there is room for them beside it.</summary>
    private static bool IsLabelled(int year, int first, int last, int current) =>
        year == current || ((year == first || year == last) && Math.Abs(year - current) > 1);
}
