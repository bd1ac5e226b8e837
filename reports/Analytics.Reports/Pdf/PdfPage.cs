using SkiaSharp;

namespace Analytics.Reports.Pdf;

/// <summary>A4 landscape, in points.</summary>
internal static class PdfPage
{
    public const float Width = 842;
    public const float Height = 595;

    /// <summary>Where tables and charts stand.</summary>
    public static SKRect Content { get; } = new(30, 46, Width - 30, Height - 38);
}
