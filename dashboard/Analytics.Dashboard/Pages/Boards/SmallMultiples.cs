using System.Globalization;
using Analytics.Dashboard.Pages.Charts;
using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Boards;

/// <summary>The same small chart for every unit, all on one axis from zero, so that heights can be compared across the page.</summary>
/// <param name="Indicator">Indicator drawn.</param>
/// <param name="Charts">Charts in the official order.</param>
/// <param name="Region">The region's line, drawn behind each.</param>
/// <param name="Top">Value at the top of the axis, as it is written.</param>
/// <param name="FirstYear">First year of the axis.</param>
/// <param name="LastYear">Last year of the axis.</param>
public sealed record SmallMultiples(
    Indicator Indicator, IReadOnlyList<SmallMultiple> Charts, IReadOnlyList<string> Region, string Top, int FirstYear, int LastYear)
{
    public const double Width = 180;
    public const double Height = 56;

    /// <summary>Where the top of the axis lies, and the room at its ends for the current point.</summary>
    public const double TopLine = 4;

    private static readonly decimal[] Steps = [1, 1.2m, 1.5m, 2, 2.5m, 3, 4, 5, 6, 8, 10];

    /// <param name="indicator">Indicator.</param>
    /// <param name="points">The region's and its units' points of several years; those of other months than the period's are left out.</param>
    /// <param name="request">The page's request.</param>
    public static SmallMultiples? Of(Indicator indicator, IEnumerable<SeriesPoint> points, PageRequest request)
    {
        var period = request.Query.Period;
        var lines = points
            .Where(point => point.Period.Kind == period.Kind && point.Period.LastMonthNumber == period.LastMonthNumber)
            .GroupBy(point => point.Territory)
            .ToDictionary(group => group.Key, group => group.OrderBy(point => point.Period.Year).ToList());
        var shown = lines.Where(line => line.Key.Kind != TerritoryKind.Region && line.Value.Exists(point => point.Period.Year == period.Year && point.Figure.State != ValueState.NotApplicable)).ToList();
        var years = lines.Values.SelectMany(line => line).Where(point => point.Figure.HasValue).Select(point => point.Period.Year).Distinct().Order().ToList();
        if (shown.Count == 0 || years.Count < 2)
        {
            return null;
        }

        var scale = FigureScale.Of(indicator, request.Language);
        var axis = new Axis(indicator, years[0], years[^1], Ceiling(shown.SelectMany(line => line.Value).Max(point => point.Figure.Value) ?? 0));
        var region = lines.FirstOrDefault(line => line.Key.Kind == TerritoryKind.Region).Value ?? [];
        return new SmallMultiples(
            indicator, [.. shown.Select(line => Chart(line.Key, line.Value, axis, scale, request))], Lines(region, axis, request.Query), scale.Number(request.Language, axis.Top), years[0], years[^1]);
    }

    private static SmallMultiple Chart(Territory territory, List<SeriesPoint> line, Axis axis, FigureScale scale, PageRequest request)
    {
        var language = request.Language;
        string Word(SeriesPoint point) => point.Figure.Value is { } value ? scale.Number(language, value) : language.ShortName(point.Figure.State);
        var current = line.Single(point => point.Period.Year == request.Query.Period.Year);
        return new SmallMultiple(
            territory.Name(language.Code, request.Query.Period.LastDay),
            Word(current),
            FigureLinks.Made(request, axis.Indicator, territory),
            Lines(line, axis, request.Query),
            current.Figure.Value is { } value ? axis.At(current.Period.Year, value) : null,
            current.IsPreliminary,
            string.Join("; ", line.Where(point => point.Figure.State != ValueState.NotApplicable).Select(point => $"{point.Period.Year}: {Word(point)}")));
    }

    // A line ends where a figure is absent and where the land changed.
    private static List<string> Lines(List<SeriesPoint> line, Axis axis, PageQuery query)
    {
        var parts = new List<List<string>> { new() };
        SeriesPoint? before = null;
        foreach (var point in line)
        {
            if (before is not null && Breaks.OfLand(point.Territory, query.Boundaries, before.Period, point.Period))
            {
                parts.Add([]);
            }

            if (point.Figure.Value is { } value)
            {
                var (x, y) = axis.At(point.Period.Year, value);
                parts[^1].Add(string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{y:0.#}"));
            }
            else
            {
                parts.Add([]);
            }

            before = point;
        }

        return [.. parts.Where(part => part.Count > 0).Select(part => string.Join(' ', part.Count == 1 ? [part[0], part[0]] : part))];
    }

    /// <summary>The next round number, so that the axis ends at a number that can be read.</summary>
    private static decimal Ceiling(decimal greatest)
    {
        var power = (decimal)Math.Pow(10, Math.Floor(Math.Log10((double)Math.Max(greatest, 0.1m))));
        return Steps.Select(step => step * power).First(top => top >= greatest);
    }

    private sealed record Axis(Indicator Indicator, int FirstYear, int LastYear, decimal Top)
    {
        public (double X, double Y) At(int year, decimal value) => (
            TopLine + ((Width - (2 * TopLine)) * (year - FirstYear) / (LastYear - FirstYear)),
            Height - ((double)(value / Top) * (Height - TopLine)));
    }
}
