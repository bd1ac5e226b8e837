using System.Globalization;
using System.Text;

namespace Analytics.Dashboard.Pages.Maps.Layers;

/// <summary>Shapes of some districts, projected (longitudes shortened by the cosine of the middle latitude), simplified and written as SVG paths of bounded size.</summary>
/// <param name="Width">Width of the picture.</param>
/// <param name="Height">Height of the picture.</param>
/// <param name="Shapes">Shape of each district by its slug; one that is too small to be seen has none.</param>
public sealed record LayerDrawing(int Width, int Height, IReadOnlyDictionary<string, DistrictShape> Shapes)
{
    public const int MostWidth = 1000;
    public const int MostHeight = 720;
    public const int MostPoints = 5000;

    public static LayerDrawing Of(IReadOnlyDictionary<string, IReadOnlyList<GeoPoint[]>> rings)
    {
        var points = rings.Values.SelectMany(one => one).SelectMany(ring => ring).ToList();
        if (points.Count == 0)
        {
            return new LayerDrawing(0, 0, new Dictionary<string, DistrictShape>());
        }

        var (west, east) = (points.Min(point => point.Longitude), points.Max(point => point.Longitude));
        var (south, north) = (points.Min(point => point.Latitude), points.Max(point => point.Latitude));
        var shortening = Math.Cos((south + north) / 2 * Math.PI / 180);
        var scale = Math.Min(MostWidth / Math.Max((east - west) * shortening, 1e-9), MostHeight / Math.Max(north - south, 1e-9));
        GridPoint Project(GeoPoint point) =>
            new((int)Math.Round((point.Longitude - west) * shortening * scale), (int)Math.Round((north - point.Latitude) * scale));

        var projected = rings.SelectMany(one => one.Value.Select(ring => (Slug: one.Key, Ring: Closed(ring.Select(Project))))).Where(one => one.Ring.Count > 2).ToList();
        IReadOnlyList<IReadOnlyList<GridPoint>> all = [.. projected.Select(one => one.Ring)];
        var simplified = BorderSimplifier.Simplify(all, 0.75);
        for (var tolerance = 1.5; simplified.Sum(ring => ring.Count) > MostPoints && tolerance < MostHeight; tolerance *= 1.5)
        {
            simplified = BorderSimplifier.Simplify(all, tolerance);
        }

        var shapes = projected.Zip(simplified, (one, ring) => (one.Slug, Ring: ring))
            .GroupBy(one => one.Slug)
            .ToDictionary(group => group.Key, group => Shape([.. group.Select(one => one.Ring)]), StringComparer.Ordinal);
        return new LayerDrawing((int)Math.Ceiling((east - west) * shortening * scale), (int)Math.Ceiling((north - south) * scale), shapes);
    }

    // Without points that fall together, and without the last that repeats the first.
    private static List<GridPoint> Closed(IEnumerable<GridPoint> points)
    {
        var ring = new List<GridPoint>();
        foreach (var point in points.Where(point => ring.Count == 0 || ring[^1] != point))
        {
            ring.Add(point);
        }

        if (ring.Count > 1 && ring[0] == ring[^1])
        {
            ring.RemoveAt(ring.Count - 1);
        }

        return ring;
    }

    private static DistrictShape Shape(IReadOnlyList<IReadOnlyList<GridPoint>> rings)
    {
        var (x, y, room) = InnermostPoint.Of(rings);
        return new DistrictShape(string.Concat(rings.Select(Path)), x, y, room);
    }

    private static string Path(IReadOnlyList<GridPoint> ring)
    {
        var path = new StringBuilder().Append(CultureInfo.InvariantCulture, $"M{ring[0].X} {ring[0].Y}l");
        for (var index = 1; index < ring.Count; index++)
        {
            var (dx, dy) = (ring[index].X - ring[index - 1].X, ring[index].Y - ring[index - 1].Y);
            path.Append(CultureInfo.InvariantCulture, $"{(index > 1 && dx >= 0 ? " " : "")}{dx}{(dy >= 0 ? " " : "")}{dy}");
        }

        return path.Append('z').ToString();
    }
}
