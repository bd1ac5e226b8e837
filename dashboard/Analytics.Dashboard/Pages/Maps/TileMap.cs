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

    private const int RowLength = 7;

    /// <param name="units">Districts, each with the units on whose land its figure stands; those lie side by side.</param>
    public static TileMap Of(IReadOnlyList<(MapUnit Unit, IReadOnlyList<Territory> Land)> units)
    {
        if (units.Count == 0)
        {
            return new TileMap([], 0, 0);
        }

        var places = units.Select(unit => unit.Land.Select(TileLayout.Of).ToList()).ToList();
        var (west, north) = (places.Min(place => place.Min(cell => cell.Column)), places.Min(place => place[0].Row));
        return new TileMap(
            [.. units.Zip(places, (unit, place) => new MapTile(
                unit.Unit,
                Margin + ((place.Min(cell => cell.Column) - west) * Step),
                Margin + ((place[0].Row - north) * Step),
                ((place.Max(cell => cell.Column) - place.Min(cell => cell.Column)) * Step) + Size))],
            ((places.Max(place => place.Max(cell => cell.Column)) - west) * Step) + Size + (2 * Margin),
            ((places.Max(place => place[0].Row) - north) * Step) + Size + (2 * Margin));
    }

    /// <summary>Squares in rows, in the order given: of districts that a layer has no shape for.</summary>
    public static TileMap InRows(IReadOnlyList<MapUnit> units) => new(
        [.. units.Select((unit, index) => new MapTile(unit, Margin + (index % RowLength * Step), Margin + (index / RowLength * Step), Size))],
        ((Math.Min(units.Count, RowLength) - 1) * Step) + Size + (2 * Margin),
        ((units.Count - 1) / RowLength * Step) + Size + (2 * Margin));
}
