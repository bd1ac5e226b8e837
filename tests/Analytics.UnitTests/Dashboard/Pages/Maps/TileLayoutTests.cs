using Analytics.Dashboard.Pages.Maps;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Dashboard.Pages.Maps;

public sealed class TileLayoutTests
{
    public static TheoryData<string> Periods => [.. Enumerable.Range(2018, 9).SelectMany(year => new[]
    {
        Period.OfYear(year), Period.ToDate(year, 5), Period.ToDate(year, 6), Period.OfMonth(year, 6), Period.OfMonth(year, 1), Period.OfQuarter(year, 3),
    }).Select(period => period.Code)];

    [Theory]
    [MemberData(nameof(Periods))]
    public void Every_district_of_a_period_has_one_tile_and_none_covers_another(string code)
    {
        Assert.True(Period.TryParse(code, out var period));

        foreach (var boundaries in Enum.GetValues<Boundaries>())
        {
            var districts = AskedTerritories.Of(Territories.Shipped, boundaries, [period, period.LastYear]).Where(territory => territory.Kind != TerritoryKind.Region).ToList();
            var map = TileMap.Of(districts.ConvertAll(district => (Unit(district.Slug), LandOf(district, boundaries, period))));

            Assert.Equal(districts.Select(district => district.Slug), map.Tiles.Select(tile => tile.Unit.Slug));
            Assert.All(map.Tiles, tile => Assert.True(tile.X >= 0 && tile.X + tile.Width <= map.Width && tile.Y >= 0 && tile.Y + TileMap.Size <= map.Height));
            Assert.DoesNotContain(map.Tiles.SelectMany((tile, index) => map.Tiles.Skip(index + 1).Select(other => (tile, other))), pair => Overlap(pair.tile, pair.other));
        }
    }

    [Fact]
    public void Land_that_was_divided_later_has_the_places_of_all_its_parts()
    {
        var (before, after) = (new DateOnly(2021, 12, 31), new DateOnly(2024, 12, 31));
        var kurshum = Territories.Shipped.Find("kurshum")!;

        var whole = Assert.Single(TileMap.Of([(Unit("kurshum"), Units(kurshum, before))]).Tiles);
        var part = Assert.Single(TileMap.Of([(Unit("kurshum"), Units(kurshum, after))]).Tiles);

        Assert.Equal((206, 100), (whole.Width, part.Width));
    }

    [Fact]
    public void Names_fit_into_their_tiles_in_every_language() => Assert.All(
        Territories.Shipped.All.Where(territory => territory.Kind != TerritoryKind.Region),
        territory => Assert.All(Language.All, language =>
        {
            Assert.InRange(TileLayout.Of(territory).Name(language).Length, 4, 13);
            Assert.InRange(TileLayout.Of(territory).ShortName(language).Length, 4, 8);
        }));

    private static IReadOnlyList<Territory> LandOf(Territory district, Boundaries boundaries, Period period)
    {
        var (first, last) = (period.LastYear.FirstDay, period.LastDay);
        return boundaries switch
        {
            Boundaries.Current => [district],
            Boundaries.Common when !Territories.Shipped.Land.IsUnchanged(first, last) => Territories.Shipped.Land.Common(first, last).Single(land => land.Units[0] == district).Units,
            _ => Units(district, last),
        };
    }

    private static IReadOnlyList<Territory> Units(Territory district, DateOnly day) => Territories.Shipped.Land.LandOf(district, day).Units;

    private static MapUnit Unit(string slug) => new(slug, slug, slug, "1", "count", 1, slug, "/", []);

    private static bool Overlap(MapTile one, MapTile other) =>
        one.X < other.X + other.Width && other.X < one.X + one.Width && one.Y < other.Y + TileMap.Size && other.Y < one.Y + TileMap.Size;
}
