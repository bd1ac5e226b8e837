using Analytics.Warehouse.Dimensions;

namespace Analytics.UnitTests.Warehouse.Dimensions;

/// <summary>Whose land a unit's was, and what can be compared: the changes of 2022 and 2024, and small regions with moves and mergers.</summary>
public sealed class LandHistoryTests
{
    private static readonly LandHistory Land = Territories.Shipped.Land;

    [Theory]
    [InlineData("oskemen", "2020-01-01", "oskemen 1")]
    [InlineData("kokpekti", "2020-01-01", "kokpekti 0.50, samar 0.50")]
    [InlineData("tarbagatay", "2020-01-01", "tarbagatay 0.49, aqsuat 0.51")]
    [InlineData("kurshum", "2023-12-01", "kurshum 0.62, markakol 0.38")]
    [InlineData("kurshum", "2024-01-01", "kurshum 0.62, markakol 0.38")]
    [InlineData("kurshum", "2024-02-01", "kurshum 1")]
    [InlineData("semey", "2020-01-01", "semey 0.85, zhanasemey 0.15")]
    [InlineData("samar", "2022-06-01", "samar 1")]
    public void A_unit_lay_on_the_land_of_those_that_came_of_it(string slug, string day, string heirs) => Assert.Equal(
        heirs,
        string.Join(", ", Land.HeirsOf(Territories.Shipped.Find(slug)!, DateOnly.Parse(day, null)).Select(heir => $"{heir.Unit.Slug} {heir.Share}".Replace(" 1.00", " 1", StringComparison.Ordinal))));

    [Fact]
    public void From_2020_to_2024_the_common_land_is_eleven_units() => Assert.Equal(
        "oskemen, ridder, glubokoe, zaysan, altay, kurshum+markakol, katonkaragay+ulken-naryn, samar, tarbagatay, ulan, shemonaikha",
        Units("2020-01-01", "2024-12-31"));

    [Fact]
    public void From_2023_to_2024_two_pairs_are_shown_together_and_the_rest_alone() => Assert.Equal(
        "oskemen, ridder, glubokoe, zaysan, altay, kurshum+markakol, katonkaragay+ulken-naryn, samar, tarbagatay, ulan, shemonaikha",
        Units("2023-01-01", "2024-12-31"));

    [Theory]
    [InlineData("2020-01-01", "2022-06-06", true)]
    [InlineData("2020-01-01", "2022-06-07", false)]
    [InlineData("2022-06-08", "2024-01-03", true)]
    [InlineData("2023-01-01", "2024-01-04", false)]
    [InlineData("2024-01-04", "2025-12-31", true)]
    public void Between_changes_the_units_of_the_day_are_the_common_ones(string first, string last, bool unchanged) => Assert.Equal(unchanged, Land.IsUnchanged(Day(first), Day(last)));

    [Fact]
    public void Over_both_changes_of_2022_land_that_stayed_is_told_apart_from_land_that_left() => Assert.Equal(
        "samar", string.Join('+', Land.CommonWith(Territories.Shipped.Find("samar")!, Day("2020-01-01"), Day("2022-12-31"))!.Units.Select(unit => unit.Slug)));

    [Fact]
    public void The_common_region_of_2020_and_2024_is_todays()
    {
        Assert.Same(Territories.Shipped.Region, Territories.Shipped.Find(Land.CommonRegion(Day("2020-01-01"), Day("2024-12-31")).Id));
        Assert.True(Land.CommonRegion(Day("2020-01-01"), Day("2024-12-31")).IsToday);
    }

    [Fact]
    public void The_region_of_2020_was_all_the_land() => Assert.Equal(25, Land.LandOf(Territories.Shipped.Region, Day("2020-06-01")).Units.Count);

    [Fact]
    public void A_unit_that_left_has_no_common_land_afterwards() => Assert.Null(Land.CommonWith(Territories.Shipped.Find("semey")!, Day("2021-01-01"), Day("2023-12-31")));

    [Fact]
    public void The_land_of_Samar_was_in_the_region_before_the_district_was() => Assert.True(Land.IsInRegion(Territories.Shipped.Find("samar")!, Day("2020-01-01")));

    [Fact]
    public void The_land_of_Semey_was_in_the_region_to_the_month_in_which_it_left()
    {
        Assert.True(Land.IsInRegion(Territories.Shipped.Find("semey")!, Day("2022-06-01")));
        Assert.False(Land.IsInRegion(Territories.Shipped.Find("semey")!, Day("2022-07-01")));
    }

    [Fact]
    public void The_key_of_land_made_of_several_units_never_meets_that_of_a_unit()
    {
        Assert.All(Land.All.Where(land => !land.IsToday), land => Assert.True(land.Id >= 0x8000_0000));
        Assert.Equal(Land.All.Count, Land.All.Select(land => land.Id).Distinct().Count());
    }

    [Fact]
    public void Settlements_that_moved_join_both_districts_in_the_common_land()
    {
        var land = Small("2021-03-01,move,a,b,0.2,D").Land;

        Assert.Equal("a+b, c", Units(land, "2020-01-01", "2021-12-31"));
    }

    [Fact]
    public void A_merger_makes_one_unit_of_two()
    {
        var land = Small("2021-03-01,merge,a,b,,D").Land;

        Assert.Equal(["b", "c"], land.Atoms.Select(atom => atom.Slug));
        Assert.Equal("b, c", Units(land, "2020-01-01", "2021-12-31"));
    }

    [Fact]
    public void Two_changes_in_a_row_multiply_their_shares()
    {
        var territories = Small("2021-03-01,move,a,b,0.5,D", "2021-06-01,move,b,c,0.2,D");

        Assert.Equal(
            ["a 0.5", "b 0.40", "c 0.10"],
            territories.Land.HeirsOf(territories.Find("a")!, Day("2020-01-01")).Select(heir => $"{heir.Unit.Slug} {heir.Share}"));
    }

    [Fact]
    public void A_change_that_was_taken_back_still_joins_what_lay_between()
    {
        var land = Small("2021-03-01,move,a,b,0.5,D", "2022-03-01,move,b,a,0.3,D").Land;

        Assert.Equal("a+b, c", Units(land, "2020-01-01", "2022-12-31"));
    }

    [Fact]
    public void On_the_boundaries_of_the_day_a_reporting_unit_counts_into_itself_and_the_region() => Assert.Equal(
        [(10u, 1m), (1u, 1m)],
        TerritoryRollup.Of(Territories.Shipped, []).Where(row => row.UnitId == 10 && row.Boundaries == Analytics.Warehouse.Indicators.Boundaries.AsReported).Select(row => (row.TerritoryId, row.Weight)));

    [Fact]
    public void Facts_of_a_divided_district_go_by_their_settlement_and_else_by_shares()
    {
        var samar = Territories.Shipped.Find("samar")!;
        var rows = TerritoryRollup.Of(Territories.Shipped, [new SettlementPlace(635015100, samar.Id)])
            .Where(row => row.UnitId == Territories.Shipped.Find("kokpekti")!.Id && row.Boundaries == Analytics.Warehouse.Indicators.Boundaries.Current)
            .Select(row => (row.Settlement, Territories.Shipped.Find(row.TerritoryId)!.Slug, row.Weight));

        Assert.Equal([(0u, "kokpekti", 0.5m), (0u, "samar", 0.5m), (0u, "vko", 0.5m), (635015100u, "samar", 1m), (635015100u, "vko", 1m)], rows.Order());
    }

    [Fact]
    public void Facts_of_an_undivided_district_need_no_settlement() => Assert.All(
        TerritoryRollup.Of(Territories.Shipped, [new SettlementPlace(631001100, 10)]).Where(row => row.UnitId == 10), row => Assert.Equal(0u, row.Settlement));

    [Fact]
    public void Weights_of_a_unit_over_todays_units_add_up_to_one() => Assert.All(
        TerritoryRollup.Of(Territories.Shipped, [])
            .Where(row => row.Boundaries == Analytics.Warehouse.Indicators.Boundaries.Current && row.TerritoryId != Territories.Shipped.Region.Id)
            .GroupBy(row => (row.UnitId, row.ValidFrom)),
        unit => Assert.Equal(1m, unit.Sum(row => row.Weight)));

    private static Territories Small(params string[] changes) => Territories.Read(
        "territory_id,slug,kind,kato,parent_id,valid_from,valid_to,sort_order,name_ru,name_kk,name_en\n1,r,region,1,,2000-01-01,,0,r,r,r\n"
        + string.Join('\n', new[] { "a", "b", "c" }.Select((slug, i) =>
            $"{10 + i},{slug},district,{10 + i},1,2000-01-01,{changes.FirstOrDefault(change => change.Contains($",merge,{slug},", StringComparison.Ordinal))?[..10]},{i + 1},{slug},{slug},{slug}")),
        "changed_on,kind,from_slug,to_slug,share,decree\n" + string.Join('\n', changes));

    private static string Units(string first, string last) => Units(Land, first, last);

    private static string Units(LandHistory land, string first, string last) =>
        string.Join(", ", land.Common(Day(first), Day(last)).Select(one => string.Join('+', one.Units.Select(unit => unit.Slug))));

    private static DateOnly Day(string day) => DateOnly.Parse(day, null);
}
