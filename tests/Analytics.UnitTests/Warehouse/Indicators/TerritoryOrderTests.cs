using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Warehouse.Indicators;

public sealed class TerritoryOrderTests
{
    private static readonly Period Year = Period.OfYear(2020);

    private static readonly IndicatorAnswer Answer = new(
        new IndicatorQuery([], Territories.Shipped.During(Year.FirstDay, Year.LastDay), Year),
        new Publication(1, new DateTimeOffset(2021, 1, 15, 9, 0, 0, TimeSpan.Zero), null, new Dictionary<string, MonthRange>(), []),
        []);

    [Fact]
    public void The_Kazakh_alphabet_has_letters_of_its_own_between_the_Russian_ones() => Assert.Equal(
        [
            "Шығыс Қазақстан облысы", "Абай ауданы", "Алтай ауданы", "Аягөз ауданы", "Бесқарағай ауданы", "Бородулиха ауданы", "Глубокое ауданы", "Жарма ауданы", "Зайсан ауданы",
            "Көкпекті ауданы", "Курчатов", "Күршім ауданы", "Қатонқарағай ауданы", "Өскемен", "Риддер", "Семей", "Тарбағатай ауданы", "Ұлан ауданы", "Үржар ауданы", "Шемонаиха ауданы",
        ],
        Names(Language.Kazakh, ascending: true));

    [Fact]
    public void In_Russian_the_region_is_first_too_and_the_end_of_the_alphabet_may_be_on_top()
    {
        var names = Names(Language.Russian, ascending: false);

        Assert.Equal(["Восточно-Казахстанская область", "Шемонаихинский район", "Усть-Каменогорск", "Урджарский район", "Уланский район"], names.Take(5));
        Assert.Equal("Абайский район", names[^1]);
    }

    [Fact]
    public void Without_an_order_the_official_one_stands() =>
        Assert.Equal(Answer.Query.Territories, TerritoryOrder.Of(Answer, null, Language.Kazakh));

    [Theory]
    [InlineData("name", true)]
    [InlineData("families", true)]
    [InlineData("territory", false)]
    public void An_order_is_by_name_or_by_an_indicator(string code, bool isOne) => Assert.Equal(isOne, TerritorySort.Find(code, ascending: true) is not null);

    private static IReadOnlyList<string> Names(Language language, bool ascending) =>
        [.. TerritoryOrder.Of(Answer, new TerritorySort(null, ascending), language).Select(territory => Answer.Name(territory, language))];
}
