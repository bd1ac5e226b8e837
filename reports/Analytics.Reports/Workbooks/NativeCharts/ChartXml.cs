using System.Globalization;
using System.Xml.Linq;
using Analytics.Reports.Workbooks.Cells;

namespace Analytics.Reports.Workbooks.NativeCharts;

/// <summary>
/// The chart part of a workbook (DrawingML, ECMA-376 part 1, chapter 21.2) for a <see cref="SheetChart"/>: ranges with the values that
/// their cells hold, so that a viewer that reads no ranges draws the same. Bars begin at zero, absent figures are gaps.
/// </summary>
internal static class ChartXml
{
    private const int CategoryAxis = 111, ValueAxis = 112;

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly Theme Theme = Theme.Light;

    public static XDocument Of(SheetChart chart) => new(new XElement(
        C + "chartSpace",
        new XAttribute(XNamespace.Xmlns + "c", C),
        new XAttribute(XNamespace.Xmlns + "a", A),
        Value("date1904", 0),
        Value("roundedCorners", 0),
        new XElement(
            C + "chart",
            Title(chart.Title),
            Value("autoTitleDeleted", 0),
            new XElement(C + "plotArea", new XElement(C + "layout"), Plots(chart), Categories(chart), Values(chart)),
            chart.Series.Count > 1 ? new XElement(C + "legend", Value("legendPos", "t"), Value("overlay", 0), Text(900, Theme.Muted)) : null,
            Value("plotVisOnly", 1),
            Value("dispBlanksAs", "gap")),
        new XElement(C + "spPr", Fill(Theme.Ground), new XElement(A + "ln", new XElement(A + "noFill"))),
        Text(900, Theme.Text)));

    private static IEnumerable<XElement> Plots(SheetChart chart) => chart.Shape switch
    {
        ChartShape.Lines => [Lines(chart, chart.Series, marksOnly: false)],
        ChartShape.ColumnsAndMarks => [Bars(chart, [chart.Series[0]]), Lines(chart, [.. chart.Series.Skip(1)], marksOnly: true)],
        _ => [Bars(chart, chart.Series)],
    };

    private static XElement Bars(SheetChart chart, IReadOnlyList<ChartSeries> series) => new(
        C + "barChart",
        Value("barDir", chart.IsHorizontal ? "bar" : "col"),
        Value("grouping", chart.Shape == ChartShape.Stacked ? "stacked" : "clustered"),
        Value("varyColors", 0),
        series.Select(one => Series(chart, one, Solid(one.Colour), Value("invertIfNegative", 0), marker: null)),
        Value("gapWidth", chart.Shape == ChartShape.Bars ? 40 : 35),
        chart.Shape is ChartShape.Bullet or ChartShape.Stacked ? Value("overlap", 100) : null,
        Value("axId", CategoryAxis),
        Value("axId", ValueAxis));

    private static XElement Lines(SheetChart chart, IReadOnlyList<ChartSeries> series, bool marksOnly) => new(
        C + "lineChart",
        Value("grouping", "standard"),
        Value("varyColors", 0),
        series.Select(one => Series(chart, one, marksOnly ? NoLine() : Line(one.Colour, 22_000), null, Marker(one.Colour, marksOnly))),
        Value("marker", 1),
        Value("axId", CategoryAxis),
        Value("axId", ValueAxis));

    private static XElement Series(SheetChart chart, ChartSeries series, XElement look, XElement? afterLook, XElement? marker)
    {
        var index = chart.Series.ToList().IndexOf(series);
        return new XElement(
            C + "ser",
            Value("idx", index),
            Value("order", index),
            new XElement(C + "tx", series.NameCell is { } cell
                ? new XElement(C + "strRef", new XElement(C + "f", cell), Cache("strCache", null, [series.Name]))
                : new XElement(C + "v", series.Name)),
            look,
            afterLook,
            marker,
            new XElement(C + "cat", new XElement(C + "strRef", new XElement(C + "f", chart.CategoryRange), Cache("strCache", null, chart.Categories))),
            new XElement(C + "val", new XElement(C + "numRef", new XElement(C + "f", series.Range), Cache("numCache", series.Format, [.. series.Values.Select(Digits)]))),
            marker is null ? null : Value("smooth", 0));
    }

    private static XElement Cache(string kind, string? format, IReadOnlyList<string?> points) => new(
        C + kind,
        format is null ? null : new XElement(C + "formatCode", format),
        Value("ptCount", points.Count),
        points.Index().Where(point => point.Item is not null).Select(point => new XElement(C + "pt", new XAttribute("idx", point.Index), new XElement(C + "v", point.Item))));

    // The first district stands at the top, so the axis runs down and the values stand at its far end.
    private static XElement Categories(SheetChart chart) => new(
        C + "catAx",
        Value("axId", CategoryAxis),
        new XElement(C + "scaling", Value("orientation", chart.IsHorizontal ? "maxMin" : "minMax")),
        Value("delete", 0),
        Value("axPos", chart.IsHorizontal ? "l" : "b"),
        Value("numFmt", ("formatCode", "General"), ("sourceLinked", "0")),
        Value("majorTickMark", "none"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "low"),
        Line(Theme.Past, 6_350),
        Text(900, Theme.Text),
        Value("crossAx", ValueAxis),
        Value("crosses", "autoZero"),
        Value("auto", 1),
        Value("lblAlgn", "ctr"),
        Value("lblOffset", 100),
        Value("noMultiLvlLbl", 0));

    private static XElement Values(SheetChart chart) => new(
        C + "valAx",
        Value("axId", ValueAxis),
        new XElement(C + "scaling", Value("orientation", "minMax"), chart.Series.SelectMany(series => series.Values).Any(value => value < 0) ? null : Value("min", 0)),
        Value("delete", 0),
        Value("axPos", chart.IsHorizontal ? "b" : "l"),
        new XElement(C + "majorGridlines", Line(Theme.Hairline, 6_350)),
        Value("numFmt", ("formatCode", "#,##0"), ("sourceLinked", "0")),
        Value("majorTickMark", "none"),
        Value("minorTickMark", "none"),
        Value("tickLblPos", "nextTo"),
        NoLine(),
        Text(900, Theme.Muted),
        Value("crossAx", CategoryAxis),
        Value("crosses", chart.IsHorizontal ? "max" : "autoZero"),
        Value("crossBetween", "between"));

    private static XElement Title(string title) => new(
        C + "title",
        new XElement(C + "tx", new XElement(
            C + "rich",
            new XElement(A + "bodyPr"),
            new XElement(A + "p", new XElement(A + "pPr", Run("defRPr", 1100, Theme.AccentText, bold: true)), new XElement(A + "r", Run("rPr", 1100, Theme.AccentText, bold: true), new XElement(A + "t", title))))),
        Value("overlay", 0));

    private static XElement Text(int size, string colour) => new(
        C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "p", new XElement(A + "pPr", Run("defRPr", size, colour, bold: false)), new XElement(A + "endParaRPr", new XAttribute("lang", "en-US"))));

    private static XElement Run(string name, int size, string colour, bool bold) => new(
        A + name, new XAttribute("sz", size), new XAttribute("b", bold ? 1 : 0), Fill(colour), new XElement(A + "latin", new XAttribute("typeface", CellStyles.FontName)), new XElement(A + "cs", new XAttribute("typeface", CellStyles.FontName)));

    private static XElement Marker(string colour, bool alone) => new(
        C + "marker", Value("symbol", alone ? "dash" : "circle"), Value("size", alone ? 12 : 4), new XElement(C + "spPr", Fill(colour), new XElement(A + "ln", new XElement(A + "noFill"))));

    private static XElement Solid(string colour) => new(C + "spPr", Fill(colour));

    private static XElement Line(string colour, int width) => new(C + "spPr", new XElement(A + "ln", new XAttribute("w", width), Fill(colour)));

    private static XElement NoLine() => new(C + "spPr", new XElement(A + "ln", new XElement(A + "noFill")));

    private static XElement Fill(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour[1..])));

    private static XElement Value(string name, object value) => new(C + name, new XAttribute("val", value));

    private static XElement Value(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var element = new XElement(C + name);
        foreach (var attribute in attributes)
        {
            element.Add(new XAttribute(attribute.Name, attribute.Value));
        }

        return element;
    }

    private static string? Digits(decimal? value) => value is { } number ? ((double)number).ToString("R", CultureInfo.InvariantCulture) : null;
}
