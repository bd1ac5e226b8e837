using System.Globalization;
using Analytics.Warehouse.Dimensions;

namespace Analytics.Dashboard.Pages.Maps;

/// <summary>
/// Our own map of the region: a square for each district that ever was, roughly where it lies (<c>district_tiles.csv</c>). Land has the
/// same place in every period, so the eye finds it again; districts that were one lie side by side.
/// </summary>
public static class TileLayout
{
    private static readonly Dictionary<string, TilePlace> Places = Read();

    /// <summary>The place of a unit of the region.</summary>
    public static TilePlace Of(Territory territory) => Places[territory.Slug];

    private static Dictionary<string, TilePlace> Read()
    {
        using var stream = typeof(TileLayout).Assembly.GetManifestResourceStream("Maps/district_tiles.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Skip(1)
            .Select(line => line.TrimEnd('\r').Split(','))
            .ToDictionary(
                cell => cell[0],
                cell => new TilePlace(
                    int.Parse(cell[1], CultureInfo.InvariantCulture),
                    int.Parse(cell[2], CultureInfo.InvariantCulture),
                    Names(cell[3..6]),
                    Names(cell[6..9])),
                StringComparer.Ordinal);
    }

    private static Dictionary<string, string> Names(string[] cell) => new(StringComparer.Ordinal) { ["ru"] = cell[0], ["kk"] = cell[1], ["en"] = cell[2] };
}
