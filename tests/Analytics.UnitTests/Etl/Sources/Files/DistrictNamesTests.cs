using Analytics.Etl.Sources.Files;
using Analytics.Warehouse.Dimensions;

namespace Analytics.UnitTests.Etl.Sources.Files;

public sealed class DistrictNamesTests
{
    private static readonly DateOnly Day = new(2021, 3, 1);

    [Theory]
    [InlineData("Уланский район", "636200000")]
    [InlineData("Уланский р-н", "636200000")]
    [InlineData("УЛАНСКИЙ", "636200000")]
    [InlineData("Ұлан ауданы", "636200000")]
    [InlineData("улан", "636200000")]
    [InlineData("Ulan District", "636200000")]
    [InlineData("«Уланский район»", "636200000")]
    [InlineData("г. Усть-Каменогорск", "631000000")]
    [InlineData("Усть Каменогорск", "631000000")]
    [InlineData("город Усть-Каменогорск", "631000000")]
    [InlineData("Өскемен қаласы", "631000000")]
    [InlineData("Өскемен қ.", "631000000")]
    [InlineData("Оскемен", "631000000")]
    [InlineData("Oskemen city", "631000000")]
    [InlineData("Катон-Карагайский", "635400000")]
    [InlineData("Катонқарағай ауданы", "635400000")]
    [InlineData("район Алтай", "634800000")]
    [InlineData("Зыряновский район", "634800000")]
    [InlineData("Глубоковский\u00A0район", "634000000")]
    [InlineData("Шемонаихинский", "636800000")]
    [InlineData("Семей", "632800000")]
    [InlineData("ВКО", "630000000")]
    public void A_district_is_known_by_its_name_in_three_languages(string name, string kato) => Assert.Equal(kato, DistrictNames.Kato(name, Day));

    [Theory]
    [InlineData("Семей", "2022-06-01", "632800000")]
    [InlineData("Семей", "2022-07-01", "101000000")]
    [InlineData("район Самар", "2023-01-01", "635600000")]
    [InlineData("район Самар", "2020-01-01", "635600000")]
    public void Its_code_is_that_of_the_month(string name, string day, string kato) =>
        Assert.Equal(kato, DistrictNames.Kato(name, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("")]
    [InlineData("район")]
    [InlineData("Московский район")]
    public void Another_name_is_none(string name) => Assert.Null(DistrictNames.Kato(name, Day));

    [Theory]
    [InlineData("Сведения о выплате АСП за март 2021 года по Уланскому району", "636200000")]
    [InlineData("по г. Усть-Каменогорску и Уланскому району", "636200000")]
    [InlineData("по Уланскому и Зайсанскому районам", null)]
    [InlineData("Список получателей", null)]
    public void A_title_names_one_district_or_none(string title, string? kato) => Assert.Equal(kato, DistrictNames.Within(title, Day));

    [Fact]
    public void Every_name_of_every_district_is_known() => Assert.All(
        Territories.Shipped.All.SelectMany(territory => territory.Versions),
        version => Assert.All(
            new[] { version.NameRu, version.NameKk, version.NameEn }, name => Assert.Contains(version, Territories.Shipped.Find(version.TerritoryId)!.Versions.Where(one => Territories.Shipped.WithKato(DistrictNames.Kato(name, version.ValidFrom)!).First().TerritoryId == one.TerritoryId))));
}
