using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages.Maps;

/// <summary>A district's place on the tile map, with names that fit into a tile.</summary>
/// <param name="Column">Column from the west, from 0.</param>
/// <param name="Row">Row from the north, from 0.</param>
/// <param name="Names">Name by language: Kazakh, Russian, English; up to 13 letters.</param>
/// <param name="ShortNames">The same for a telephone: up to 8 letters.</param>
public sealed record TilePlace(int Column, int Row, IReadOnlyDictionary<string, string> Names, IReadOnlyDictionary<string, string> ShortNames)
{
    public string Name(Language language) => Names[language.Code];

    public string ShortName(Language language) => ShortNames[language.Code];
}
