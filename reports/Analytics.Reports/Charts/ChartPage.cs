using System.Security;
using System.Text;
using ScottPlot;
using SkiaSharp;

namespace Analytics.Reports.Charts;

/// <summary>The picture around a plot: heading, sub-heading and key above it, notes below it; sizes in pixels.</summary>
/// <param name="Title">What is shown, with the region's figure.</param>
/// <param name="Subtitle">Period, unit, territory.</param>
/// <param name="Key">Colours with their meaning, at the right of the sub-heading, or under it where both have no room.</param>
/// <param name="Warning">A line that must not be overlooked, or null: synthetic data.</param>
/// <param name="Notes">Lines below the plot.</param>
internal sealed record ChartPage(
    string Title, string Subtitle, IReadOnlyList<(string Colour, string Text)> Key, string? Warning, IReadOnlyList<string> Notes)
{
    public const int Width = 920;
    private const int Margin = 24;
    private const int KeyHeight = 20;
    private const int NoteHeight = 18;

    /// <summary>Pixels of a PNG for each pixel of the picture: sharp in print and on dense screens.</summary>
    private const int Density = 2;

    private static readonly Theme Theme = Theme.Light;

    private bool HasKeyBelow => Key.Count > 0 && WidthOf(Subtitle, bold: false) + Key.Sum(one => WidthOf(one.Text, bold: true) + 34) > Width - (2 * Margin);

    private int HeadHeight => HasKeyBelow ? 72 + KeyHeight : 72;

    /// <summary>Draws a plot of a height with everything around it.</summary>
    public byte[] Draw(Plot plot, int plotHeight, ChartFormat format)
    {
        var height = HeightWith(plotHeight);
        return format == ChartFormat.Svg ? Svg(height, canvas => Paint(canvas, plot, plotHeight)) : Png(height, canvas => Paint(canvas, plot, plotHeight));
    }

    /// <summary>The same as a picture that other pages can be drawn with; its height is that of its bounds.</summary>
    public SKPicture Record(Plot plot, int plotHeight)
    {
        using var recorder = new SKPictureRecorder();
        Paint(recorder.BeginRecording(SKRect.Create(Width, HeightWith(plotHeight))), plot, plotHeight);
        return recorder.EndRecording();
    }

    private int HeightWith(int plotHeight) => HeadHeight + plotHeight + (Lines().Count * NoteHeight) + Margin;

    private void Paint(SKCanvas canvas, Plot plot, int plotHeight)
    {
        plot.RenderManager.RenderActions.RemoveAll(action => action is ScottPlot.Rendering.RenderActions.ClearCanvas);
        canvas.DrawColor(SKColor.Parse(Theme.Ground));
        plot.Render(canvas, new PixelRect(Margin, Width - Margin, HeadHeight + plotHeight, HeadHeight));
        Write(canvas, Title, Margin, 32, 17, Theme.Text, bold: true);
        Write(canvas, Subtitle, Margin, 55, 12.5f, Theme.Muted);
        WriteKey(canvas);
        foreach (var (index, (text, colour)) in Lines().Index())
        {
            Write(canvas, text, Margin, HeadHeight + plotHeight + 16 + (index * NoteHeight), 11.5f, colour, bold: colour == Theme.Warning);
        }
    }

    private static byte[] Png(int height, Action<SKCanvas> paint)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width * Density, height * Density));
        surface.Canvas.Scale(Density);
        paint(surface.Canvas);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private byte[] Svg(int height, Action<SKCanvas> paint)
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(Width, height), stream))
        {
            paint(canvas);
        }

        var svg = SvgText.WithoutFont(Encoding.UTF8.GetString(stream.ToArray()));
        var end = svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal));
        var described = $" role=\"img\" viewBox=\"0 0 {Width} {height}\"><title>{SecurityElement.Escape(Title)}</title><desc>{SecurityElement.Escape(Subtitle)}</desc>";
        return Encoding.UTF8.GetBytes(svg[..end] + described + svg[(end + 1)..]);
    }

    private static void Write(SKCanvas canvas, string text, float x, float y, float size, string colour, bool bold = false)
    {
        using var font = ChartFont.Of(size, bold);
        using var paint = new SKPaint { Color = SKColor.Parse(colour), IsAntialias = true };
        canvas.DrawText(text, x, y, SKTextAlign.Left, font, paint);
    }

    private void WriteKey(SKCanvas canvas)
    {
        var x = (float)(Width - Margin);
        var y = HasKeyBelow ? 55 + KeyHeight : 55;
        foreach (var (colour, text) in Key.Reverse())
        {
            x -= WidthOf(text, bold: true);
            // A colour as pale as the grid is none for letters.
            Write(canvas, text, x, y, 12.5f, colour == Theme.Hairline ? Theme.Muted : colour, bold: true);
            using var paint = new SKPaint { Color = SKColor.Parse(colour), IsAntialias = true };
            canvas.DrawRect(x - 16, y - 10, 11, 11, paint);
            x -= 34;
        }
    }

    private static float WidthOf(string text, bool bold)
    {
        using var font = ChartFont.Of(12.5f, bold);
        return font.MeasureText(text);
    }

    private List<(string Text, string Colour)> Lines()
    {
        var lines = Notes.SelectMany(Wrapped).Select(line => (line, Theme.Muted)).ToList();
        if (Warning is not null)
        {
            lines.Add((Warning, Theme.Warning));
        }

        return lines;
    }

    private static IEnumerable<string> Wrapped(string text)
    {
        using var font = ChartFont.Of(11.5f, bold: false);
        var line = "";
        foreach (var word in text.Split(' '))
        {
            var longer = line.Length == 0 ? word : line + " " + word;
            if (font.MeasureText(longer) > Width - (2 * Margin))
            {
                yield return line;
                longer = word;
            }

            line = longer;
        }

        yield return line;
    }
}
