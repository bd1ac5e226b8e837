using System.Globalization;
using Analytics.Reports.Texts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using ScottPlot;
using SkiaSharp;

namespace Analytics.Reports.Charts;

/// <summary>Bars by district from a zero baseline, each with its figure; of rates also a line at the region's.</summary>
internal sealed class BarChart(IndicatorAnswer answer, Indicator indicator, ReportQuestion question)
{
    private const int RowHeight = 38;
    private static readonly Theme Theme = Theme.Light;

    private readonly Language language = question.Language;
    private readonly Period period = answer.Query.Period;
    private readonly IndicatorValue region = answer[indicator, Territories.Shipped.Region];
    private readonly IndicatorValue[] units = [.. TerritoryOrder.Of(answer, question.Sort, question.Language)
        .Where(territory => territory.Kind != TerritoryKind.Region)
        .Select(territory => answer[indicator, territory])];

    private int PlotHeight => (Math.Max(1, units.Length) * RowHeight) + 14;

    public byte[] Draw(ChartFormat format)
    {
        using var plot = Plot();
        return Page().Draw(plot, PlotHeight, format);
    }

    /// <summary>The chart as a picture for a printed page.</summary>
    public SKPicture Record()
    {
        using var plot = Plot();
        return Page().Record(plot, PlotHeight);
    }

    private Plot Plot()
    {
        ChartFont.Install();
        var plot = new Plot();
        AddBars(plot, 0.2, 0.40, Theme.AccentText, Theme.Text, value => value.Figure);
        AddBars(plot, -0.2, 0.30, Theme.Past, Theme.Muted, value => value.LastYear ?? Figure.Absent(ValueState.NotReported));
        AddRegionLine(plot);
        SetAxes(plot);
        return plot;
    }

    private ChartPage Page() => new(
        language.Finding(indicator, region.Figure),
        string.Join(" · ", [region.Territory.Name(language.Code, period.LastDay), language.ReportText("chart.by_district"), language.Name(period), .. question.Filters, language.Name(answer.Query.Boundaries), language.Name(answer.Query.Audience)]),
        Key(),
        language.Warning(question.IsDemo),
        [.. answer.Values.Where(value => value.Indicator == indicator).SelectMany(value => value.Notes).Distinct().Select(language.Note), Source()]);

    private (string Colour, string Text)[] Key()
    {
        (string, string)[] years = [(Theme.AccentText, Year(period)), (Theme.Past, Year(period.LastYear))];
        return indicator.IsRate && region.Figure.HasValue ? [.. years, (Theme.Accent, language.ReportText("chart.region"))] : years;
    }

    private static string Year(Period period) => period.Year.ToString(CultureInfo.InvariantCulture);

    private string Source() => language.ReportText("subtitle.publication", answer.Publication.Number, language.Date(DateOnly.FromDateTime(answer.Publication.PublishedAt.DateTime)));

    private void AddBars(Plot plot, double offset, double size, string colour, string labelColour, Func<IndicatorValue, Figure> of)
    {
        foreach (var (index, unit) in units.Index())
        {
            var figure = of(unit);
            var value = (double)(figure.Value ?? 0);
            if (figure.HasValue)
            {
                var bar = plot.Add.Bar(new Bar { Position = offset - index, Value = value, Size = size, FillColor = Color.FromHex(colour), LineWidth = 0 });
                bar.Horizontal = true;
            }

            var label = plot.Add.Text(language.Label(indicator, figure), value, offset - index);
            label.LabelFontName = ChartFont.Name;
            label.LabelFontSize = figure.HasValue ? size > 0.35 ? 12 : 11 : 10.5f;
            label.LabelFontColor = Color.FromHex(figure.HasValue ? labelColour : Theme.Muted);
            label.LabelAlignment = Alignment.MiddleLeft;
            label.OffsetX = 5;
            label.OffsetY = 1;
        }
    }

    private void AddRegionLine(Plot plot)
    {
        if (indicator.IsRate && region.Figure.Value is { } rate)
        {
            var line = plot.Add.VerticalLine((double)rate, 1, Color.FromHex(Theme.Accent), LinePattern.Solid);
            plot.MoveToBack(line);
        }
    }

    private void SetAxes(Plot plot)
    {
        var largest = units.SelectMany(unit => new[] { unit.Figure.Value, unit.LastYear?.Value }).Append(indicator.IsRate ? region.Figure.Value : null).Max() ?? 0;
        plot.Axes.SetLimits(0, largest > 0 ? (double)largest * 1.13 : 1, 0.6 - units.Length, 0.6);
        plot.HideGrid();
        plot.Axes.Frameless();
        plot.FigureBackground.Color = plot.DataBackground.Color = Color.FromHex(Theme.Ground);

        var left = plot.Axes.Left;
        left.IsVisible = true;
        left.FrameLineStyle.Width = 1;
        left.FrameLineStyle.Color = Color.FromHex(Theme.Past);
        left.MajorTickStyle.Length = 0;
        left.TickLabelStyle.FontName = ChartFont.Name;
        left.TickLabelStyle.FontSize = 12.5f;
        left.TickLabelStyle.ForeColor = Color.FromHex(Theme.Text);
        left.TickGenerator = new ScottPlot.TickGenerators.NumericManual(
            [.. units.Select((_, index) => -(double)index)],
            [.. units.Select(unit => answer.Name(unit.Territory, language))]);
        plot.Axes.Bottom.IsVisible = false;
    }
}
