using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Analytics.Etl.Sources.Files;

/// <summary>The look of bad cells and of the sentences about them, added to a workbook's own styles.</summary>
internal sealed class ErrorStyles
{
    private readonly Stylesheet stylesheet;
    private readonly uint badFill;
    private readonly Dictionary<uint, uint> bad = [];

    public ErrorStyles(WorkbookPart workbook)
    {
        var part = workbook.WorkbookStylesPart ?? workbook.AddNewPart<WorkbookStylesPart>();
        stylesheet = part.Stylesheet ??= Plain();
        stylesheet.Fonts ??= new Fonts(new Font());
        stylesheet.Fills ??= new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        stylesheet.CellFormats ??= new CellFormats(new CellFormat());
        badFill = Add(stylesheet.Fills, new Fill(new PatternFill(new ForegroundColor { Rgb = "FFFFC7CE" }) { PatternType = PatternValues.Solid }));
        var red = Add(stylesheet.Fonts, new Font(new FontSize { Val = 10 }, new Color { Rgb = "FF9C0006" }, new FontName { Val = "Calibri" }));
        var bold = Add(stylesheet.Fonts, new Font(new Bold(), new FontSize { Val = 11 }, new FontName { Val = "Calibri" }));
        Sentence = Add(stylesheet.CellFormats, new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = red, ApplyFont = true, ApplyAlignment = true });
        Heading = Add(stylesheet.CellFormats, new CellFormat(new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top }) { FontId = bold, ApplyFont = true, ApplyAlignment = true });
        AsText = Add(stylesheet.CellFormats, new CellFormat(new Alignment { Vertical = VerticalAlignmentValues.Top }) { NumberFormatId = 49, ApplyNumberFormat = true, ApplyAlignment = true, QuotePrefix = true });
    }

    public uint Sentence { get; }

    public uint Heading { get; }

    /// <summary>Text that stays text, also when it begins like a formula.</summary>
    public uint AsText { get; }

    /// <summary>A cell's own style with the colour of an error.</summary>
    public uint Bad(uint style)
    {
        if (!bad.TryGetValue(style, out var marked))
        {
            var format = stylesheet.CellFormats!.Elements<CellFormat>().ElementAtOrDefault((int)style)?.CloneNode(true) as CellFormat ?? new CellFormat();
            format.FillId = badFill;
            format.ApplyFill = true;
            bad[style] = marked = Add(stylesheet.CellFormats!, format);
        }

        return marked;
    }

    private static uint Add(OpenXmlCompositeElement list, OpenXmlElement one)
    {
        list.AppendChild(one);
        var count = (uint)list.ChildElements.Count;
        list.SetAttribute(new OpenXmlAttribute("count", "", count.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return count - 1;
    }

    private static Stylesheet Plain() => new(
        new Fonts(new Font(new FontSize { Val = 11 }, new FontName { Val = "Calibri" })),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat()));
}
