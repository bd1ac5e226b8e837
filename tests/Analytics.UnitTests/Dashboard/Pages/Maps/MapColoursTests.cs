using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.UnitTests.Repository;

namespace Analytics.UnitTests.Dashboard.Pages.Maps;

public sealed partial class MapColoursTests
{
    [Theory]
    [InlineData("light", 0)]
    [InlineData("dark", 1)]
    public void A_text_can_be_read_on_the_colour_of_its_class(string scheme, int block)
    {
        var colours = Block().Matches(RepositoryFiles.Read("dashboard/Analytics.Dashboard/wwwroot/css/map.css"))[block].Value;
        double Light(string name) => Luminance(Regex.Match(colours, $"--map-{name}: #([0-9a-f]{{6}})").Groups[1].Value);

        var contrasts = Enumerable.Range(1, 5)
            .Select(number => (Class: Light(number.ToString(CultureInfo.InvariantCulture)), Text: Light(number < 4 ? "ink-low" : "ink-high")))
            .Select(pair => (Math.Max(pair.Class, pair.Text) + 0.05) / (Math.Min(pair.Class, pair.Text) + 0.05));

        Assert.All(contrasts, contrast => Assert.True(contrast >= 4.5, $"{scheme}: {contrast}"));
    }

    [Theory]
    [InlineData(0, -1)]
    [InlineData(1, 1)]
    public void Classes_differ_in_lightness_and_so_in_black_and_white(int block, int sign)
    {
        var classes = Colour().Matches(Block().Matches(RepositoryFiles.Read("dashboard/Analytics.Dashboard/wwwroot/css/map.css"))[block].Value)
            .Select(colour => Luminance(colour.Groups[1].Value))
            .ToList();

        Assert.Equal(5, classes.Count);
        Assert.All(classes.Zip(classes.Skip(1)), pair => Assert.True(sign * (pair.Second - pair.First) > 0.015));
    }

    // Relative luminance as WCAG 2 defines it.
    private static double Luminance(string colour)
    {
        double Part(int at) => int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0 is var part && part <= 0.03928
            ? part / 12.92
            : Math.Pow((part + 0.055) / 1.055, 2.4);
        return (0.2126 * Part(0)) + (0.7152 * Part(2)) + (0.0722 * Part(4));
    }

    [GeneratedRegex(@":root \{[^}]*\}")]
    private static partial Regex Block();

    [GeneratedRegex("--map-[1-5]: #([0-9a-f]{6})")]
    private static partial Regex Colour();
}
