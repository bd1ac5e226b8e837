using ScottPlot;
using SkiaSharp;

namespace Analytics.Reports.Charts;

/// <summary>
/// Noto Sans, which ships inside this assembly: it has the Kazakh letters and the tenge sign, so a picture looks the same on
/// a machine without any fonts.
/// </summary>
internal sealed class ChartFont : IFontResolver
{
    public const string Name = "Noto Sans";

    private static readonly Lazy<ChartFont> Installed = new(() =>
    {
        var font = new ChartFont();
        Fonts.FontResolvers.Insert(0, font);
        Fonts.Default = Name;
        return font;
    });

    private readonly SKTypeface regular = Load("Fonts/NotoSans_400Regular.ttf");
    private readonly SKTypeface bold = Load("Fonts/NotoSans_700Bold.ttf");

    /// <summary>Makes the font known to ScottPlot, once in a process.</summary>
    public static void Install() => _ = Installed.Value;

    /// <summary>The font in a size, in pixels.</summary>
    public static SKFont Of(float size, bool bold) => new(bold ? Installed.Value.bold : Installed.Value.regular, size) { Subpixel = true };

    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing spacing) =>
        fontName == Name ? weight >= FontWeight.SemiBold ? bold : regular : null;

    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) =>
        fontName == Name ? bold ? this.bold : regular : null;

    private static SKTypeface Load(string resource)
    {
        using var stream = typeof(ChartFont).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The font {resource} is not in the assembly.");
        return SKTypeface.FromStream(stream) ?? throw new InvalidOperationException($"The font {resource} cannot be read.");
    }
}
