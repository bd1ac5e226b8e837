using System.Globalization;

namespace Analytics.Dashboard.Pages.Charts;

/// <summary>A small <see cref="TrendChart"/> drawn on the server as SVG: the latest year over at most two before it, from a baseline of zero.</summary>
/// <param name="Chart">The chart, with its words and values.</param>
/// <param name="Lines">Lines, the latest year first.</param>
/// <param name="Top">The greatest value as the table writes it; it stands at the top of the scale.</param>
public sealed record MonthLines(TrendChart Chart, IReadOnlyList<MonthLine> Lines, string Top)
{
    public const double Width = 320;
    public const double Height = 84;
    private const int Most = 3;
    private const double Step = Width / 11;

    public static MonthLines Of(TrendChart chart)
    {
        var years = chart.Lines.Take(Most).ToList();
        var points = years.SelectMany(year => year.Values.Zip(year.Labels)).Where(point => point.First is not null).ToList();
        var (greatest, top) = points.Count == 0 ? (null, "") : points.MaxBy(point => point.First);
        return new MonthLines(chart, [.. years.Select(year => Line(year, greatest is > 0 ? greatest.Value : 1))], top);
    }

    private static MonthLine Line(TrendLine year, double greatest)
    {
        var points = year.Values.Select((value, month) => (X: month * Step, Y: Height - ((value ?? 0) / greatest * Height), IsThere: value is not null)).ToList();
        var path = string.Concat(points.Select((point, month) => point.IsThere
            ? string.Create(CultureInfo.InvariantCulture, $"{(month > 0 && points[month - 1].IsThere ? 'L' : 'M')}{point.X:0.#} {point.Y:0.#}")
            : ""));
        // A month between two that are not there would leave no trace of itself.
        bool IsThere(int month) => month is >= 0 and < 12 && points[month].IsThere;
        var dots = Enumerable.Range(0, points.Count).Where(month => IsThere(month) && !IsThere(month - 1) && !IsThere(month + 1));
        var breaks = Enumerable.Range(0, points.Count).Where(month => IsThere(month) && year.Marks[month]);
        return new MonthLine(year.Name, path, [.. dots.Select(At)], [.. breaks.Select(At)]);

        (double X, double Y) At(int month) => (points[month].X, points[month].Y);
    }
}
