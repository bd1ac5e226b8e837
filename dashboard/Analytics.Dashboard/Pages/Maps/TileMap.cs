using Analytics.Warehouse.Dimensions;

namespace Analytics.Dashboard.Pages.Maps;

/// <summary>Squares of the districts that the figures have, closely framed.</summary>
/// <param name="Tiles">Squares, in the order of the table.</param>
/// <param name="Width">Width of the picture.</param>
/// <param name="Height">Height of the picture.</param>
public sealed record TileMap(IReadOnlyList<MapTile> Tiles, int Width, int Height)
{
    public const int Size = 100;
    public const int Step = 106;

    // The focus of the keyboard is drawn around a tile.
    private const int Margin = 4;

    public static TileMap Of(IReadOnlyList<(Territory Territory, MapUnit Unit)> units)
    {
        if (units.Count == 0)
        {
            return new TileMap([], 0, 0);
        }

        var places = units.Select(unit => TileLayout.Of(unit.Territory)).ToList();
        var (west, north) = (places.Min(place => place.Column), places.Min(place => place.Row));
        return new TileMap(
            [.. units.Zip(places, (unit, place) => new MapTile(unit.Unit, Margin + ((place.Column - west) * Step), Margin + ((place.Row - north) * Step)))],
            ((places.Max(place => place.Column) - west) * Step) + Size + (2 * Margin),
            ((places.Max(place => place.Row) - north) * Step) + Size + (2 * Margin));
    }

    /// <summary>Squares in a row, of districts that a layer has no shape for.</summary>
    public static TileMap InRow(IReadOnlyList<MapUnit> units) => new(
        [.. units.Select((unit, index) => new MapTile(unit, Margin + (index * Step), Margin))],
        Math.Max(0, units.Count - 1) * Step + Size + (2 * Margin),
        Size + (2 * Margin));
}
