using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Charts;

/// <summary>The region by month, years laid over each other, the latest first.</summary>
/// <param name="Title">Indicator and unit.</param>
/// <param name="Summary">The latest year in words.</param>
/// <param name="Months">Names of the months in short.</param>
/// <param name="Lines">Lines, the latest year first; a year without any figure is left out.</param>
/// <param name="Marks">Marks of the breaks within the months.</param>
/// <param name="Separators">Group and decimal separators of the language, for the axis.</param>
public sealed record TrendChart(
    string Title,
    string Summary,
    IReadOnlyList<string> Months,
    IReadOnlyList<TrendLine> Lines,
    IReadOnlyList<NoteMark> Marks,
    (string Group, string Decimal) Separators)
{
    /// <summary>Table and files; null where the chart stands for itself.</summary>
    public ChartTools? Tools { get; init; }

    /// <summary>True when a month is drawn that is not closed everywhere.</summary>
    public bool HasOpen => Lines.Any(line => line.Open.Contains(true));

    /// <summary>What the script draws.</summary>
    public object Data => new
    {
        months = Months,
        series = Lines.Select(line => new { line.Name, line.Values, line.Marks, line.Open }),
        groupSeparator = Separators.Group,
        decimalSeparator = Separators.Decimal,
    };

    public static TrendChart Of(Indicator indicator, IReadOnlyList<SeriesPoint> points, Language language, NoteMarks marks)
    {
        var scale = FigureScale.Of(indicator, language);
        var years = points
            .GroupBy(point => point.Period.Year)
            .Where(year => year.Any(point => point.Figure.HasValue))
            .OrderByDescending(year => year.Key)
            .ToList();
        var format = language.Culture.NumberFormat;
        return new TrendChart(
            language.Page("chart.trend.title", language.Name(indicator), scale.Unit),
            years.Count == 0 ? language.Page("chart.empty") : Describe(years[0], scale, language),
            [.. Enumerable.Range(1, 12).Select(language.MonthAbbreviation)],
            [.. years.Select(year => Line(indicator, year, scale, language))],
            marks.OfChange(years.SelectMany(year => year).Where(point => point.Figure.HasValue).SelectMany(point => Breaks.In(indicator, point)).Distinct()),
            (format.NumberGroupSeparator, format.NumberDecimalSeparator));
    }

    private static TrendLine Line(Indicator indicator, IGrouping<int, SeriesPoint> year, FigureScale scale, Language language)
    {
        var months = Enumerable.Range(1, 12).Select(month => year.FirstOrDefault(point => point.Period.LastMonthNumber == month)).ToList();
        return new TrendLine(
            year.First().Period.YearNumber(),
            [.. months.Select(point => (double?)(point?.Figure.Value / scale.Divisor))],
            [.. months.Select(point => point?.Figure.Value is { } value ? scale.Number(language, value) : IndicatorTexts.Absent)],
            [.. months.Select(point => point is not null && Breaks.In(indicator, point).Any())],
            [.. months.Select(point => point is not null && point.Figure.HasValue && point.Notes.Any(note => note is "preliminary" or "period_incomplete"))]);
    }

    private static string Describe(IGrouping<int, SeriesPoint> year, FigureScale scale, Language language)
    {
        var known = year.Where(point => point.Figure.HasValue).OrderByDescending(point => point.Figure.Value).ToList();
        return language.Page("chart.trend.summary", year.First().Period.YearNumber(), Named(known[0]), Named(known[^1]));

        string Named(SeriesPoint point) =>
            $"{scale.Number(language, point.Figure.Value!.Value)} ({language.MonthName(point.Period.LastMonthNumber)})";
    }
}
