using Analytics.Dashboard.Pages.Districts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Dashboard.Pages.Districts;

public sealed class TerritoryStoryTests
{
    private static readonly int[] Years = [2019, 2020, 2021, 2022, 2023, 2024, 2025];

    [Fact]
    public void A_city_that_left_the_region_has_its_decree_its_new_code_and_what_it_gave_away_later() => Assert.Equal(
        [
            "08.06.2022 Вышла из состава области [vko] Указ № 887 от 03.05.2022",
            "08.06.2022 Код КАТО: 632800000 → 101000000 [] ",
            "04.01.2024 Часть земель (около 15\u00A0% жителей) выделена в новую территорию [zhanasemey] Указ, январь 2024 года",
        ],
        Told("semey"));

    [Fact]
    public void Ten_units_that_leave_on_one_day_are_one_entry_of_the_region() => Assert.Equal(
        ["08.06.2022 Из области вышли 10 территорий [semey,kurchatov,abay,ayagoz,beskaragay,borodulikha,zharma,kokpekti,urzhar,aqsuat] Указ № 887 от 03.05.2022"],
        Told("vko"));

    [Fact]
    public void A_new_name_is_told_and_changes_no_land()
    {
        Assert.Equal(["28.12.2018 Переименование: Зыряновский район → район Алтай [] "], Told("altay"));
        Assert.False(Assert.Single(Story("altay")).IsOfLand);
    }

    [Theory]
    [InlineData("kokpekti", true)]
    [InlineData("samar", false)]
    public void Only_who_gives_land_has_other_figures_from_the_day_on(string slug, bool isOfLand) => Assert.Equal(isOfLand, Story(slug)[0].IsOfLand);

    [Fact]
    public void Where_nothing_changed_there_is_no_story() => Assert.Empty(Story("glubokoe"));

    [Fact]
    public void A_decree_of_another_form_stands_as_it_is() => Assert.Equal("Law of 2030", TerritoryStory.Decree("Law of 2030", Language.Kazakh));

    [Theory]
    [InlineData("semey", "2024", "Семей: в этом периоде территория не входила в область, она вышла из неё 08.06.2022.", "2021", "")]
    [InlineData("samar", "2020", "район Самар: в этом периоде территории ещё не было, она образована 07.06.2022.", "2023", "kokpekti")]
    [InlineData("zhanasemey", "2024-03", "район Жаңасемей: территория никогда не входила в область, показателей нет.", null, "semey")]
    public void An_absent_territory_says_why_and_where_its_figures_are(string slug, string code, string text, string? whole, string others)
    {
        Assert.True(Period.TryParse(code, out var period));
        var absence = Absence.Of(Territories.Shipped, Territories.Shipped.Find(slug)!, period, Years, Language.Russian)!;

        Assert.Equal((text, whole, others), (absence.Text, absence.Whole?.Code, string.Join(',', absence.Others.Select(other => other.Slug))));
    }

    [Fact]
    public void Who_was_in_the_region_for_some_months_is_not_absent() =>
        Assert.Null(Absence.Of(Territories.Shipped, Territories.Shipped.Find("semey")!, Period.OfYear(2022), Years, Language.Russian));

    private static IEnumerable<string> Told(string slug) => Story(slug).Select(one =>
        $"{Language.Russian.Date(one.Day)} {one.Text} [{string.Join(',', one.Others.Select(other => other.Slug))}] {one.Decree}");

    private static IReadOnlyList<LandEvent> Story(string slug) => TerritoryStory.Of(Territories.Shipped, Territories.Shipped.Find(slug)!, Language.Russian);
}
