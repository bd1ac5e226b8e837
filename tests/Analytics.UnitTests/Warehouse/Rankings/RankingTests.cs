using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Rankings;

namespace Analytics.UnitTests.Warehouse.Rankings;

public sealed class RankingTests
{
    private static readonly Indicator Approval = IndicatorCatalogue.Get("grant_approval_rate");

    [Theory]
    [InlineData(875, 1060, 80.14578440478435, 84.71350400505911)]
    [InlineData(0, 20, 0, 16.112515805281937)]
    [InlineData(20, 20, 83.88748419471807, 100)]
    [InlineData(7, 30, 11.792388144489497, 40.92832615812216)]
    public void A_share_lies_within_the_interval_of_Wilson(int cases, int whole, double low, double high)
    {
        var interval = new Proportion(cases, whole).Interval();

        Assert.Equal((low, high), interval, NearlyEqual);
    }

    [Fact]
    public void The_funnel_narrows_around_the_share_of_the_region()
    {
        var of100 = new Proportion(80, 100);

        Assert.Equal((72.16014406183979, 87.83985593816021), of100.Limits(80, Proportion.Likely), NearlyEqual);
        Assert.Equal((67.63907077532875, 92.36092922467127), of100.Limits(80, Proportion.NearlySure), NearlyEqual);
        Assert.Equal((76.08007203091989, 83.91992796908011), new Proportion(320, 400).Limits(80, Proportion.Likely), NearlyEqual);
    }

    [Fact]
    public void Equal_values_share_a_place_and_the_next_one_is_left_out() => Assert.Equal(
        [3, 1, 1, 4], Rank("families", (5, null), (9, null), (9, null), (2, null)).Select(unit => unit.Rank));

    [Fact]
    public void Where_less_is_better_the_least_is_first() => Assert.Equal(
        [2, 3, 1], Rank("grant_decision_days", (12, null), (30, null), (4.5m, null)).Select(unit => unit.Rank));

    [Fact]
    public void Values_that_only_look_alike_when_rounded_have_places_of_their_own() => Assert.Equal(
        [2, 1], Rank(Approval.Code, (8_250, 10_000), (82_541, 100_000)).Select(unit => unit.Rank));

    [Fact]
    public void A_unit_without_a_value_has_no_place_and_takes_none_from_others()
    {
        var ranked = Rank("families", (5, null), null, (9, null));

        Assert.Equal([2, null, 1], ranked.Select(unit => unit.Rank));
    }

    [Fact]
    public void A_share_of_fewer_than_twenty_cases_has_no_place()
    {
        var ranked = Rank(Approval.Code, (19, 19), (10, 20), (30, 40));

        Assert.Equal([null, 2, 1], ranked.Select(unit => unit.Rank));
        Assert.Equal(["small_base", null, null], ranked.Select(unit => unit.Note));
        Assert.Null(ranked[0].RankRange);
    }

    [Fact]
    public void Units_whose_intervals_meet_may_change_places_and_those_apart_may_not()
    {
        var ranked = Rank(Approval.Code, (90, 100), (85, 100), (20, 100));

        Assert.Equal([(1, 2), (1, 2), (3, 3)], ranked.Select(unit => unit.RankRange!.Value));
    }

    [Theory]
    [InlineData(80, FunnelZone.Within)]
    [InlineData(73, FunnelZone.Within)]
    [InlineData(72, FunnelZone.Beyond95)]
    [InlineData(88, FunnelZone.Beyond95)]
    [InlineData(67, FunnelZone.Beyond998)]
    [InlineData(93, FunnelZone.Beyond998)]
    public void A_unit_is_told_from_the_region_only_beyond_the_limits(int approvedOf100, FunnelZone zone) =>
        Assert.Equal(zone, RankBeside(Approval.Code, (800, 1_000), (approvedOf100, 100))[0].Zone);

    [Theory]
    [InlineData("grant_approval_rate", true)]
    [InlineData("coverage_rate", true)]
    [InlineData("permanent_share", true)]
    [InlineData("budget_execution", false)]
    [InlineData("average_per_family", false)]
    [InlineData("families", false)]
    public void Only_shares_of_counted_cases_have_an_interval(string code, bool isShare) => Assert.Equal(isShare, Ranking.IsShare(IndicatorCatalogue.Get(code)));

    [Fact]
    public void More_cases_than_the_base_holds_are_no_share_and_have_no_interval()
    {
        var ranked = Rank("employment_coverage", (50, 40), (30, 60));

        Assert.Equal(((double, double)?)null, ranked[0].Interval);
        Assert.Equal([1, 2], ranked.Select(unit => unit.Rank));
        Assert.All(ranked, unit => Assert.Null(unit.RankRange));
    }

    private static bool NearlyEqual((double Low, double High) one, (double Low, double High) other) =>
        Math.Abs(one.Low - other.Low) < 1e-9 && Math.Abs(one.High - other.High) < 1e-9;

    private static IReadOnlyList<RankedUnit> Rank(string code, params (decimal Part, decimal? Whole)?[] units) => RankBeside(code, null, units);

    private static IReadOnlyList<RankedUnit> RankBeside(string code, (decimal Part, decimal? Whole)? region, params (decimal Part, decimal? Whole)?[] units)
    {
        var indicator = IndicatorCatalogue.Get(code);
        var day = new DateOnly(2020, 12, 31);
        var territories = Territories.Shipped.On(day);
        var values = units.Prepend(region).Select((figure, position) => new IndicatorValue(
            indicator, territories[position], FigureOf(indicator, figure), null, null, null, null, null, [])).ToList();
        var query = new IndicatorQuery([indicator], [.. territories.Take(values.Count)], Period.OfYear(2020));
        var publication = new Publication(1, DateTimeOffset.UnixEpoch, null, new Dictionary<string, MonthRange>(), []);
        return Ranking.Of(new IndicatorAnswer(query, publication, values), indicator);
    }

    private static Figure FigureOf(Indicator indicator, (decimal Part, decimal? Whole)? parts) => parts switch
    {
        null => Figure.Absent(ValueState.NotReported),
        { Whole: { } whole } known => new Figure(ValueState.Measured, known.Part, whole, known.Part * indicator.Factor / whole),
        { } known => new Figure(ValueState.Measured, known.Part, null, known.Part),
    };
}
