using Analytics.Dashboard.Pages.Maps.Layers;
using Analytics.Warehouse.Dimensions;

namespace Analytics.Dashboard.Pages.Maps;

/// <summary>The map in the boundaries of the office's own layer.</summary>
/// <param name="Shapes">Districts that the layer has.</param>
/// <param name="Loose">Squares of those that it has not; null when it has all.</param>
/// <param name="Width">Width of the picture.</param>
/// <param name="Height">Height of the picture.</param>
/// <param name="Attribution">Whose the boundaries are.</param>
public sealed record ShapeMap(IReadOnlyList<MapShape> Shapes, TileMap? Loose, int Width, int Height, string? Attribution)
{
    /// <summary>Room around the shapes, for labels and circles that reach beyond them.</summary>
    public const int Margin = 40;

    /// <param name="layer">Layer in force.</param>
    /// <param name="units">Districts, each with the units on whose land its figure stands.</param>
    public static ShapeMap Of(MapLayer layer, IReadOnlyList<(MapUnit Unit, IReadOnlyList<Territory> Land)> units)
    {
        var drawing = layer.Draw(units.SelectMany(unit => unit.Land));
        var placement = new LabelPlacement(drawing.Width + (2 * Margin), drawing.Height + (2 * Margin));
        // Who has the least room comes first; in a great district a label can give way.
        List<MapShape> shapes = [.. units
            .Select(unit => (unit.Unit, Parts: unit.Land.Select(part => drawing.Shapes.GetValueOrDefault(part.Slug)).OfType<DistrictShape>().ToList()))
            .Where(one => one.Parts.Count > 0)
            .OrderBy(one => one.Parts.Max(part => part.Room))
            .Select(one => Placed(one.Unit, one.Parts, placement))];
        var order = units.Select(unit => unit.Unit).ToList();
        shapes.Sort((one, other) => order.IndexOf(one.Unit).CompareTo(order.IndexOf(other.Unit)));
        var loose = order.Except(shapes.Select(shape => shape.Unit)).ToList();
        return new ShapeMap(
            shapes, loose.Count == 0 ? null : TileMap.InRows(loose), drawing.Width + (2 * Margin), drawing.Height + (2 * Margin), layer.Attribution);
    }

    private static MapShape Placed(MapUnit unit, IReadOnlyList<DistrictShape> parts, LabelPlacement placement)
    {
        var widest = parts.MaxBy(part => part.Room)!;
        var (x, y) = (Math.Round(widest.X) + Margin, Math.Round(widest.Y) + Margin);
        var (labelX, labelY) = placement.Place(x, y, Math.Max(unit.Name.Length, unit.Number.Length), unit.Radius);
        return new MapShape(unit, string.Concat(parts.Select(part => part.Path)), x, y, labelX, labelY);
    }
}
