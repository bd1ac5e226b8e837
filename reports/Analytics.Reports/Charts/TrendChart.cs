using System.Globalization;
using Analytics.Reports.Texts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ScottPlot;

namespace Analytics.Reports.Charts;

/// <summary>
/// The region by month, three years over each other, each labelled at its end. A missing month is a gap, a month that is not closed
/// everywhere a hollow point, and the month in which the rules changed bears the number of its note.
/// </summary>
internal sealed class TrendChart(IReadOnlyList<SeriesPoint> points, Indicator indicator, ReportQuestion question)
{
    private const string Open = "preliminary";
    private const int Height = 360;
    private static readonly Theme Theme = Theme.Light;

    private readonly Period period = question.Period;
    private readonly Language language = question.Language;
    private readonly List<string> notes = [.. points.SelectMany(point => point.Notes).Where(note => note != Open).Distinct()];

    private double Largest => (double)(points.Max(point => point.Figure.Value) ?? 0);

    public byte[] Draw(ChartFormat format)
    {
        ChartFont.Install();
        using var plot = new Plot();
        SetAxes(plot);
        AddLine(plot, period.Year - 2, Theme.FarPast, 1.5f);
        AddLine(plot, period.Year - 1, Theme.Past, 2);
        AddLine(plot, period.Year, Theme.AccentText, 3);
        AddNoteMarks(plot);

        var page = new ChartPage(
            language.WithUnit(language.Name(indicator), indicator.Unit),
            string.Join(" · ", [Territories.Shipped.Region.Name(language.Code, period.LastDay), language.ReportText("chart.by_month"), $"{period.Year - 2}–{period.Year}", .. question.Filters, language.Name(question.Boundaries), language.Name(question.Audience)]),
            [],
            language.Warning(question.IsDemo),
            points.Any(point => point.Figure.HasValue)
                ? [.. notes.Select((note, index) => $"{index + 1}) {language.Note(note)}"), .. points.Any(IsOpen) ? new[] { language.ReportText("chart.hollow") } : []]
                : [language.ReportText("chart.no_data")]);
        return page.Draw(plot, Height, format);
    }

    private void AddLine(Plot plot, int year, string colour, float width)
    {
        var measured = points.Where(point => point.Period.Year == year && point.Figure.HasValue).ToList();
        foreach (var run in Runs(measured))
        {
            var line = plot.Add.Scatter(run, Color.FromHex(colour));
            line.LineWidth = width;
            line.MarkerSize = run.Length == 1 ? 6 : 0;
        }

        foreach (var point in measured.Where(IsOpen))
        {
            // The ground shows through: the line ends at the ring.
            plot.Add.Marker(Place(point), MarkerShape.FilledCircle, 8, Color.FromHex(Theme.Ground));
            var ring = plot.Add.Marker(Place(point), MarkerShape.OpenCircle, 8, Color.FromHex(colour));
            ring.MarkerLineWidth = 2;
        }

        if (measured.Count > 0)
        {
            var last = Place(measured[^1]);
            Label(plot, year.ToString(CultureInfo.InvariantCulture), last, colour == Theme.FarPast ? Theme.Past : colour, bold: year == period.Year, Alignment.MiddleLeft);
        }
    }

    /// <summary>Points next to each other in time; a missing month divides them.</summary>
    private static IEnumerable<Coordinates[]> Runs(List<SeriesPoint> measured) => measured
        .Select((point, index) => (point, Run: point.Period.LastMonthNumber - index))
        .GroupBy(pair => pair.Run, pair => Place(pair.point))
        .Select(run => run.ToArray());

    private static bool IsOpen(SeriesPoint point) => point.Figure.HasValue && point.Notes.Contains(Open);

    private static Coordinates Place(SeriesPoint point) => new(point.Period.LastMonthNumber, (double)(point.Figure.Value ?? 0));

    private void AddNoteMarks(Plot plot)
    {
        foreach (var (index, note) in notes.Index())
        {
            if (points.FirstOrDefault(point => point.Figure.HasValue && point.Notes.Contains(note)) is { } first)
            {
                var place = Place(first);
                plot.Add.Marker(place, MarkerShape.FilledCircle, 6, Color.FromHex(Theme.Warning));
                Label(plot, $"{index + 1})", place with { Y = place.Y + (Largest * 0.035) }, Theme.Warning, bold: true, Alignment.LowerCenter);
            }
        }
    }

    private static void Label(Plot plot, string text, Coordinates place, string colour, bool bold, Alignment alignment)
    {
        var label = plot.Add.Text(text, place);
        label.LabelFontName = ChartFont.Name;
        label.LabelFontSize = 12;
        label.LabelBold = bold;
        label.LabelFontColor = Color.FromHex(colour);
        label.LabelAlignment = alignment;
        label.OffsetX = alignment == Alignment.MiddleLeft ? 7 : 0;
    }

    private void SetAxes(Plot plot)
    {
        plot.Axes.SetLimits(0.7, 12.9, 0, Largest > 0 ? Largest * 1.12 : 1);
        plot.FigureBackground.Color = plot.DataBackground.Color = Color.FromHex(Theme.Ground);
        plot.Axes.Frameless();
        plot.Grid.XAxisStyle.IsVisible = false;
        plot.Grid.YAxisStyle.MajorLineStyle.Color = Color.FromHex(Theme.Hairline);

        var bottom = plot.Axes.Bottom;
        bottom.IsVisible = true;
        bottom.FrameLineStyle.Width = 1;
        bottom.FrameLineStyle.Color = Color.FromHex(Theme.Past);
        bottom.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. Enumerable.Range(1, 12).Select(month => (double)month)],
            [.. Enumerable.Range(1, 12).Select(month => language.MonthName(month)[..3])]);
        var left = plot.Axes.Left;
        left.IsVisible = true;
        left.FrameLineStyle.Width = 0;
        left.TickGenerator = new ScottPlot.TickGenerators.NumericAutomatic { LabelFormatter = Tick, TargetTickCount = 6 };
        foreach (var axis in new IAxis[] { bottom, left })
        {
            axis.MajorTickStyle.Length = axis.MinorTickStyle.Length = 0;
            axis.TickLabelStyle.FontName = ChartFont.Name;
            axis.TickLabelStyle.FontSize = 12;
            axis.TickLabelStyle.ForeColor = Color.FromHex(Theme.Muted);
        }
    }

    private string Tick(double value)
    {
        var number = (decimal)value;
        return indicator.Unit == IndicatorUnit.Tenge && Largest >= 10_000_000
            ? Plain(number / 1_000_000) + Language.NoBreakSpace + language.Text("scale.million")
            : Plain(number);

        string Plain(decimal shown) => language.Number(shown, shown == decimal.Truncate(shown) ? 0 : Math.Max(1, indicator.Decimals));
    }
}
