using Analytics.Reports.Tables;
using Analytics.Reports.Texts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Texts;
using ScottPlot;

namespace Analytics.Reports.Charts;

/// <summary>Rows of parts as a picture.</summary>
internal sealed class RowChart(RowDrawing drawing, ChartTable table)
{
    private const int RowHeight = 30;
    private static readonly Theme Theme = Theme.Light;

    private readonly Language language = table.Question.Language;

    public byte[] Draw(ChartFormat format)
    {
        ChartFont.Install();
        using var plot = new Plot();
        foreach (var (index, row) in drawing.Rows.Index())
        {
            Add(plot, row, -index);
        }

        SetAxes(plot);
        var question = table.Question;
        var page = new ChartPage(
            drawing.Title,
            string.Join(" · ", [Territories.Shipped.Region.Name(language.Code, question.Period.LastDay), language.Name(question.Period), .. question.Filters, language.Name(question.Boundaries), language.Name(question.Audience)]),
            [.. drawing.Key.Select(one => (Colour(one.Tone), one.Text))],
            language.Warning(question.IsDemo),
            [.. table.Notes.Select(language.Note), Source()]);
        return page.Draw(plot, (drawing.Rows.Count * RowHeight) + 14, format);
    }

    private string Source() =>
        language.ReportText("subtitle.publication", table.Answer.Publication.Number, language.Date(DateOnly.FromDateTime(table.Answer.Publication.PublishedAt.DateTime)));

    private static void Add(Plot plot, DrawnRow row, double at)
    {
        foreach (var part in row.Parts)
        {
            var bar = plot.Add.Bar(new Bar { Position = at, ValueBase = part.Start, Value = part.Start + part.Length, Size = part.Tone == 3 ? 0.7 : 0.5, FillColor = Color.FromHex(Colour(part.Tone)), LineWidth = 0 });
            bar.Horizontal = true;
        }

        if (row.Mark is { } mark)
        {
            plot.Add.Line(mark, at - 0.42, mark, at + 0.42).LineStyle = new LineStyle(2.5f, Color.FromHex(Theme.Text));
        }

        var label = plot.Add.Text(row.Label, 102, at);
        label.LabelFontName = ChartFont.Name;
        label.LabelFontSize = 12;
        label.LabelBold = row.IsStrong;
        label.LabelFontColor = Color.FromHex(row.Parts.Count > 0 ? Theme.Text : Theme.Muted);
        label.LabelAlignment = Alignment.MiddleLeft;
        label.OffsetY = 1;
    }

    private static string Colour(int tone) => tone switch { 1 => Theme.AccentText, 2 => Theme.Past, 3 => Theme.Hairline, 4 => Theme.Accent, _ => Theme.Text };

    private void SetAxes(Plot plot)
    {
        plot.Axes.SetLimits(0, 145, 0.6 - drawing.Rows.Count, 0.6);
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
        left.TickGenerator = new ScottPlot.TickGenerators.NumericManual([.. drawing.Rows.Select((_, index) => -(double)index)], [.. drawing.Rows.Select(row => row.Name)]);
        plot.Axes.Bottom.IsVisible = false;
    }
}
