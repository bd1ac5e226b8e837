using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Reports.Workbooks.NativeCharts;

/// <summary>Puts charts into a sheet of a saved workbook. Relationships have fixed names, so that the same charts give the same bytes.</summary>
internal static class ChartParts
{
    private static readonly XNamespace Xdr = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <param name="sheet">Sheet; it has no drawing yet.</param>
    /// <param name="charts">Its charts.</param>
    /// <param name="sheetId">Number of the sheet, which goes into the names of relationships.</param>
    public static void WriteInto(WorksheetPart sheet, IReadOnlyList<SheetChart> charts, uint sheetId)
    {
        if (charts.Count == 0)
        {
            return;
        }

        var name = "drawing" + sheetId.ToString(CultureInfo.InvariantCulture);
        var drawing = sheet.AddNewPart<DrawingsPart>(name);
        var root = new XElement(Xdr + "wsDr", new XAttribute(XNamespace.Xmlns + "xdr", Xdr), new XAttribute(XNamespace.Xmlns + "a", A));
        foreach (var (index, chart) in charts.Index())
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"chart{sheetId}_{index + 1}");
            Save(drawing.AddNewPart<ChartPart>(id), ChartXml.Of(chart));
            root.Add(Anchor(chart, id, index + 2));
        }

        Save(drawing, new XDocument(root));
        Insert(sheet.Worksheet, new Drawing { Id = name });
    }

    private static XElement Anchor(SheetChart chart, string relationship, int number) => new(
        Xdr + "twoCellAnchor",
        Corner("from", 0, chart.Row - 1),
        Corner("to", chart.Columns, chart.Row - 1 + chart.Rows),
        new XElement(
            Xdr + "graphicFrame",
            new XAttribute("macro", ""),
            new XElement(
                Xdr + "nvGraphicFramePr",
                new XElement(Xdr + "cNvPr", new XAttribute("id", number), new XAttribute("name", relationship), new XAttribute("descr", Described(chart))),
                new XElement(Xdr + "cNvGraphicFramePr")),
            new XElement(Xdr + "xfrm", new XElement(A + "off", new XAttribute("x", 0), new XAttribute("y", 0)), new XElement(A + "ext", new XAttribute("cx", 0), new XAttribute("cy", 0))),
            new XElement(A + "graphic", new XElement(
                A + "graphicData",
                new XAttribute("uri", C.NamespaceName),
                new XElement(C + "chart", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "r", R), new XAttribute(R + "id", relationship))))),
        new XElement(Xdr + "clientData"));

    // For those who cannot see it: what it is and where the same figures stand.
    private static string Described(SheetChart chart) => $"{chart.Title} ({string.Join(", ", chart.Series.Select(series => series.Name))}; {string.Join(", ", chart.Series.Select(series => series.Range))})";

    private static XElement Corner(string name, int column, int row) => new(
        Xdr + name, new XElement(Xdr + "col", column), new XElement(Xdr + "colOff", 0), new XElement(Xdr + "row", row), new XElement(Xdr + "rowOff", 0));

    private static void Save(OpenXmlPart part, XDocument xml)
    {
        using var stream = part.GetStream(FileMode.Create);
        xml.Save(stream, SaveOptions.DisableFormatting);
    }

    // The format fixes the order of a sheet's elements.
    private static void Insert(Worksheet worksheet, Drawing drawing)
    {
        var after = worksheet.ChildElements.FirstOrDefault(element =>
            element is LegacyDrawing or LegacyDrawingHeaderFooter or DocumentFormat.OpenXml.Spreadsheet.Picture or OleObjects or Controls or WebPublishItems or TableParts or WorksheetExtensionList);
        if (after is null)
        {
            worksheet.Append(drawing);
        }
        else
        {
            worksheet.InsertBefore(drawing, after);
        }
    }
}
