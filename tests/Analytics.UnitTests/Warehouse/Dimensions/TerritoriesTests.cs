using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Warehouse.Dimensions;

public sealed class TerritoriesTests
{
    private static readonly Territories All = Territories.Shipped;

    [Fact]
    public void In_2021_the_region_has_nineteen_units_in_official_order() => Assert.Equal(
        [
            "vko", "oskemen", "kurchatov", "ridder", "semey", "abay", "ayagoz", "beskaragay", "borodulikha", "glubokoe",
            "zharma", "zaysan", "altay", "kokpekti", "kurshum", "katonkaragay", "tarbagatay", "ulan", "urzhar", "shemonaikha",
        ],
        Slugs(All.On(new DateOnly(2021, 1, 1))));

    [Fact]
    public void In_2023_the_region_has_eleven_units() => Assert.Equal(
        ["vko", "oskemen", "ridder", "glubokoe", "zaysan", "altay", "kurshum", "katonkaragay", "samar", "tarbagatay", "ulan", "shemonaikha"],
        Slugs(All.On(new DateOnly(2023, 1, 1))));

    [Fact]
    public void In_2024_the_region_has_thirteen_units() => Assert.Equal(
        ["vko", "oskemen", "ridder", "glubokoe", "zaysan", "altay", "kurshum", "katonkaragay", "markakol", "samar", "tarbagatay", "ulan", "ulken-naryn", "shemonaikha"],
        Slugs(All.On(new DateOnly(2024, 6, 1))));

    [Fact]
    public void Semey_got_a_new_code_when_it_left()
    {
        var semey = All.Find("semey")!;

        Assert.Equal("632800000", semey.On(new DateOnly(2022, 6, 7))!.Kato);
        Assert.Equal("101000000", semey.On(new DateOnly(2022, 6, 8))!.Kato);
        Assert.True(semey.IsInRegion(new DateOnly(2022, 6, 7)));
        Assert.False(semey.IsInRegion(new DateOnly(2022, 6, 8)));
    }

    [Fact]
    public void A_code_leads_back_to_its_unit() => Assert.Equal(["semey"], All.WithKato("101000000").Select(version => version.Slug));

    [Fact]
    public void Aqsuat_belonged_for_one_day_and_is_not_listed()
    {
        Assert.True(All.Find("aqsuat")!.IsInRegion(new DateOnly(2022, 6, 7)));
        Assert.DoesNotContain("aqsuat", Slugs(All.During(new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31))));
    }

    [Fact]
    public void The_year_2022_lists_the_units_of_both_its_halves()
    {
        var units = Slugs(All.During(new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31)));

        Assert.Contains("semey", units);
        Assert.Contains("samar", units);
        Assert.Equal(21, units.Count());
    }

    [Theory]
    [InlineData("semey", 6)]
    [InlineData("samar", 7)]
    [InlineData("aqsuat", 0)]
    [InlineData("oskemen", 12)]
    [InlineData("markakol", 0)]
    public void Months_in_the_region_of_2022_are_counted(string slug, int months) =>
        Assert.Equal(months, All.Find(slug)!.MonthsInRegion(new DateOnly(2022, 1, 1), new DateOnly(2022, 12, 31)));

    [Fact]
    public void Altay_was_called_Zyryanovsk_until_the_end_of_2018()
    {
        var altay = All.Find("altay")!;

        Assert.Equal("Зыряновский район", altay.Name("ru", new DateOnly(2018, 12, 27)));
        Assert.Equal("район Алтай", altay.Name("ru", new DateOnly(2018, 12, 28)));
        Assert.Equal("Zyryanovsk District", altay.Name("en", new DateOnly(2018, 1, 1)));
        Assert.Equal("634800000", altay.On(new DateOnly(2018, 1, 1))!.Kato);
    }

    [Fact]
    public void Before_a_unit_was_formed_its_first_name_is_shown() =>
        Assert.Equal("район Марқакөл", All.Find("markakol")!.Name("ru", new DateOnly(2020, 12, 31)));

    [Fact]
    public void No_two_versions_of_a_unit_overlap() => Assert.All(All.All, territory =>
        Assert.All(territory.Versions.Zip(territory.Versions.Skip(1)), pair => Assert.Equal(pair.First.ValidTo, pair.Second.ValidFrom)));

    [Fact]
    public void Every_unit_of_the_public_surface_exists() => Assert.Equal(
        "abay altay aqsuat ayagoz beskaragay borodulikha glubokoe katonkaragay kokpekti kurchatov kurshum maqanshy markakol oskemen ridder samar semey shemonaikha tarbagatay ulan ulken-naryn urzhar vko zaysan zhanasemey zharma",
        string.Join(' ', All.All.Select(territory => territory.Slug).Order(StringComparer.Ordinal)));

    [Fact]
    public void A_unit_counts_into_the_region_from_the_first_day_of_the_month_in_which_it_was_formed()
    {
        var samar = All.Find("samar")!;

        Assert.Contains(
            new TerritoryRollup(Boundaries.AsReported, samar.Id, 0, All.Region.Id, 1, new DateOnly(2022, 6, 1), DateOnly.MaxValue),
            TerritoryRollup.Of(All, []));
    }

    private static IEnumerable<string> Slugs(IEnumerable<Territory> territories) => territories.Select(territory => territory.Slug);

    [Fact]
    public void A_unit_that_left_counts_to_the_end_of_that_month_in_which_its_code_is_accepted()
    {
        var semey = All.Find("semey")!;

        Assert.Contains(
            new TerritoryRollup(Boundaries.AsReported, semey.Id, 0, All.Region.Id, 1, new DateOnly(1997, 1, 1), new DateOnly(2022, 7, 1)),
            TerritoryRollup.Of(All, []));
    }
}
