using System.Globalization;
using System.Text.RegularExpressions;

namespace Analytics.Reports.Charts;

/// <summary>
/// Makes the texts of an SVG look right where Noto Sans is not installed. Skia gives each letter its own place, which spaces
/// the letters of another font unevenly; here a text has one place and its length, so any font fills the same room.
/// </summary>
internal static partial class SvgText
{
    public static string WithoutFont(string svg) => LetterPlaces().Replace(
        svg.Replace($"font-family=\"{ChartFont.Name}\"", $"font-family=\"{ChartFont.Name}, Arial, sans-serif\"", StringComparison.Ordinal),
        static match =>
        {
            var places = match.Groups["x"].Captures.Select(place => double.Parse(place.ValueSpan, CultureInfo.InvariantCulture)).ToList();
            var start = string.Create(CultureInfo.InvariantCulture, $"x=\"{places[0]:0.##}\" y=\"{match.Groups["y"].Captures[0].Value}\"");
            var length = places.Count < 2 ? 0 : (places[^1] - places[0]) * places.Count / (places.Count - 1);
            return length <= 0 ? start : string.Create(CultureInfo.InvariantCulture, $"{start} textLength=\"{length:0.##}\" lengthAdjust=\"spacingAndGlyphs\"");
        });

    [GeneratedRegex("x=\"((?<x>[-0-9.e]+)(, )?)+\" y=\"((?<y>[-0-9.e]+)(, )?)+\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex LetterPlaces();
}
