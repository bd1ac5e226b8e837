using SkiaSharp;

namespace Analytics.Reports.Pdf;

/// <summary>Draws text in which signs may stand that the font has not: states of plans, ticks, arrows. They are drawn as shapes.</summary>
internal static class SignText
{
    private const float SignWidth = 0.72f;

    public static float WidthOf(string text, SKFont font) => Parts(text).Sum(part => IsSign(part) ? SignWidth * font.Size : font.MeasureText(part));

    /// <param name="canvas">Where to draw.</param>
    /// <param name="text">Text.</param>
    /// <param name="x">Its left end, middle or right end.</param>
    /// <param name="baseline">Height of the line that letters stand on.</param>
    /// <param name="align">Which of them <paramref name="x"/> is.</param>
    /// <param name="font">Font.</param>
    /// <param name="paint">Colour.</param>
    public static void Draw(SKCanvas canvas, string text, float x, float baseline, SKTextAlign align, SKFont font, SKPaint paint)
    {
        var left = x - (align switch { SKTextAlign.Right => 1, SKTextAlign.Center => 0.5f, _ => 0 } * WidthOf(text, font));
        foreach (var part in Parts(text))
        {
            if (!IsSign(part))
            {
                canvas.DrawText(part, left, baseline, SKTextAlign.Left, font, paint);
                left += font.MeasureText(part);
                continue;
            }

            var middle = new SKPoint(left + (SignWidth * font.Size / 2), baseline - (font.Size * 0.36f));
            DrawSign(canvas, part[0], middle, font.Size * 0.27f, paint.Color);
            left += SignWidth * font.Size;
        }
    }

    private static bool IsSign(string part) => part is ['●' or '◐' or '▼' or '✓' or '✗' or '→'];

    private static IEnumerable<string> Parts(string text)
    {
        var first = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (IsSign(text[at].ToString()))
            {
                if (at > first)
                {
                    yield return text[first..at];
                }

                yield return text[at..(at + 1)];
                first = at + 1;
            }
        }

        if (first < text.Length)
        {
            yield return text[first..];
        }
    }

    private static void DrawSign(SKCanvas canvas, char sign, SKPoint at, float size, SKColor colour)
    {
        using var fill = new SKPaint { Color = colour, IsAntialias = true };
        using var line = new SKPaint { Color = colour, IsAntialias = true, IsStroke = true, StrokeWidth = size * 0.4f };
        switch (sign)
        {
            case '●':
                canvas.DrawCircle(at, size, fill);
                break;
            case '◐':
                canvas.DrawCircle(at, size * 0.85f, line);
                canvas.DrawArc(new SKRect(at.X - size, at.Y - size, at.X + size, at.Y + size), 90, 180, true, fill);
                break;
            case '▼':
                Path(canvas, fill, at, size, (-1, -0.8f), (1, -0.8f), (0, 1));
                break;
            case '✓':
                Path(canvas, line, at, size, (-0.9f, 0), (-0.2f, 0.8f), (1, -0.9f));
                break;
            case '✗':
                Path(canvas, line, at, size, (-0.9f, -0.9f), (0.9f, 0.9f));
                Path(canvas, line, at, size, (0.9f, -0.9f), (-0.9f, 0.9f));
                break;
            default:
                Path(canvas, line, at, size, (-1, 0), (1, 0));
                Path(canvas, line, at, size, (0.3f, -0.7f), (1, 0), (0.3f, 0.7f));
                break;
        }
    }

    private static void Path(SKCanvas canvas, SKPaint paint, SKPoint at, float size, params ReadOnlySpan<(float X, float Y)> points)
    {
        using var path = new SKPath();
        path.MoveTo(at.X + (points[0].X * size), at.Y + (points[0].Y * size));
        foreach (var (x, y) in points[1..])
        {
            path.LineTo(at.X + (x * size), at.Y + (y * size));
        }

        canvas.DrawPath(path, paint);
    }
}
