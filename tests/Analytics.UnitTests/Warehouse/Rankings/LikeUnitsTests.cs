using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Rankings;

namespace Analytics.UnitTests.Warehouse.Rankings;

public sealed class LikeUnitsTests
{
    private static readonly (Territory Unit, decimal Residents)[] Residents =
    [
        (Unit("oskemen"), 347_000), (Unit("kurchatov"), 12_000), (Unit("ridder"), 57_000), (Unit("semey"), 350_000),
        (Unit("abay"), 14_000), (Unit("glubokoe"), 62_000), (Unit("zaysan"), 36_000), (Unit("altay"), 65_000), (Unit("kurshum"), 23_000), (Unit("ulan"), 40_000),
    ];

    [Theory]
    [InlineData("glubokoe", "zaysan,altay,kurshum,ulan")]
    [InlineData("abay", "glubokoe,zaysan,kurshum,ulan")]
    [InlineData("semey", "oskemen,kurchatov,ridder")]
    public void Like_units_are_of_the_same_type_and_nearest_in_population(string unit, string like) =>
        Assert.Equal(like.Split(','), LikeUnits.Of(Unit(unit), Residents).Select(other => other.Slug));

    [Fact]
    public void One_other_city_is_no_measure() =>
        Assert.Empty(LikeUnits.Of(Unit("oskemen"), [.. Residents.Where(one => one.Unit.Slug is not ("kurchatov" or "semey"))]));

    [Fact]
    public void Nothing_is_like_the_region_or_a_unit_without_residents()
    {
        Assert.Empty(LikeUnits.Of(Unit("vko"), Residents));
        Assert.Empty(LikeUnits.Of(Unit("samar"), Residents));
    }

    [Fact]
    public void The_spread_is_of_known_figures_only()
    {
        Figure Of(decimal value) => new(ValueState.Measured, value, null, value);

        Assert.Equal(new LikeSpread(4, 2, 9, 3), LikeSpread.Of([Of(9), Of(2), Figure.Absent(ValueState.Hidden), Of(4)]));
        Assert.Equal(new LikeSpread(3.5m, 0, 9, 4), LikeSpread.Of([Of(9), Of(3), Of(4), Of(0)]));
        Assert.Null(LikeSpread.Of([Of(9), Figure.Absent(ValueState.NotReported)]));
    }

    private static Territory Unit(string slug) => Territories.Shipped.Find(slug)!;
}
