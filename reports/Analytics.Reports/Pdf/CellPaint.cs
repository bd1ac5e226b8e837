using Analytics.Reports.Charts;
using Analytics.Reports.Workbooks.Cells;
using ClosedXML.Excel;
using SkiaSharp;

namespace Analytics.Reports.Pdf;

/// <summary>Draws cells as a viewer shows them: ground, hairlines, text by its alignment, wrapped or flowing over empty neighbours.</summary>
internal sealed class CellPaint(SheetWriter writer)
{
    /// <summary>The printed font is wider than the workbook's.</summary>
    private const float FontShare = 0.87f;
    private const float LineShare = 1.28f;
    private const float Side = 2;
    private const float Indent = 7;

    /// <summary>Ground and lines of one cell.</summary>
    public void PaintGround(SKCanvas canvas, int row, int column, SKRect area)
    {
        var style = writer.Sheet.Cell(row, column).Style;
        if (style.Fill.PatternType == XLFillPatternValues.Solid)
        {
            using var ground = new SKPaint { Color = ColourOf(style.Fill.BackgroundColor) };
            canvas.DrawRect(area, ground);
        }

        Line(canvas, style.Border.BottomBorder, style.Border.BottomBorderColor, area.Left, area.Bottom, area.Right, area.Bottom);
        Line(canvas, style.Border.LeftBorder, style.Border.LeftBorderColor, area.Left, area.Top, area.Left, area.Bottom);
    }

    /// <summary>Text of a cell, in the room that it or its merged range has.</summary>
    public void PaintText(SKCanvas canvas, int row, int column, SKRect area, bool isMerged)
    {
        var text = writer.ShownAt(row, column);
        if (text.Length == 0)
        {
            return;
        }

        var cell = writer.Sheet.Cell(row, column);
        var style = cell.Style;
        using var font = ChartFont.Of((float)style.Font.FontSize * FontShare, style.Font.Bold);
        using var paint = new SKPaint { Color = ColourOf(style.Font.FontColor), IsAntialias = true };
        var align = AlignOf(style, writer.NumberAt(row, column) is not null);
        var indent = Side + (style.Alignment.Indent * Indent);
        var (left, right) = (area.Left + indent, area.Right - (align == SKTextAlign.Right ? indent : Side));
        var lines = style.Alignment.WrapText || isMerged ? Wrap(text, font, right - left) : [text];
        var height = lines.Count * font.Size * LineShare;
        var top = style.Alignment.Vertical switch
        {
            XLAlignmentVerticalValues.Top => area.Top + 1,
            XLAlignmentVerticalValues.Bottom => area.Bottom - height - 1,
            _ => area.MidY - (height / 2),
        };
        var x = align switch { SKTextAlign.Right => right, SKTextAlign.Center => area.MidX, _ => left };
        // The raised numbers of notes stand at the end of the last line.
        var marks = MarksOf(cell);
        foreach (var (index, line) in lines.Index())
        {
            var baseline = top + (index * font.Size * LineShare) + font.Size;
            var plain = index == lines.Count - 1 && marks.Length > 0 && line.EndsWith(marks, StringComparison.Ordinal) ? line[..^marks.Length] : line;
            SignText.Draw(canvas, plain, x, baseline, align, font, paint);
            if (plain.Length < line.Length)
            {
                using var small = ChartFont.Of(font.Size * 0.65f, style.Font.Bold);
                canvas.DrawText(marks, align == SKTextAlign.Left ? x + SignText.WidthOf(plain, font) : x, baseline - (font.Size * 0.35f), SKTextAlign.Left, small, paint);
            }
        }
    }

    private static string MarksOf(IXLCell cell) => cell.HasRichText
        ? string.Concat(cell.RichText.Where(part => part.VerticalAlignment == XLFontVerticalTextAlignmentValues.Superscript).Select(part => part.Text))
        : "";

    private static SKTextAlign AlignOf(IXLStyle style, bool isNumber) => style.Alignment.Horizontal switch
    {
        XLAlignmentHorizontalValues.Right => SKTextAlign.Right,
        XLAlignmentHorizontalValues.Center => SKTextAlign.Center,
        XLAlignmentHorizontalValues.Left => SKTextAlign.Left,
        _ => isNumber ? SKTextAlign.Right : SKTextAlign.Left,
    };

    private static List<string> Wrap(string text, SKFont font, float width)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length > 0 && SignText.WidthOf(longer, font) > width)
            {
                lines.Add(line);
                longer = word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines;
    }

    private static void Line(SKCanvas canvas, XLBorderStyleValues kind, XLColor colour, float x1, float y1, float x2, float y2)
    {
        if (kind != XLBorderStyleValues.None)
        {
            using var paint = new SKPaint { Color = ColourOf(colour), StrokeWidth = kind == XLBorderStyleValues.Hair ? 0.5f : 0.9f, IsStroke = true };
            canvas.DrawLine(x1, y1, x2, y2, paint);
        }
    }

    private static SKColor ColourOf(XLColor colour) => colour.ColorType == XLColorType.Color
        ? new SKColor(colour.Color.R, colour.Color.G, colour.Color.B)
        : SKColor.Parse(Theme.Light.Text);
}
