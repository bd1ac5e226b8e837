using Analytics.Dashboard.Pages;
using Analytics.Dashboard.Pages.Boards;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Rankings;
using Analytics.Warehouse.Targets;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Dashboard.Pages.Boards;

/// <summary>The region and its first units in 2020, in the official order: Усть-Каменогорск, Курчатов, Риддер, Семей, Абайский район, Аягозский, …</summary>
public sealed class DeviationLinesTests
{
    private static readonly Period Year = Period.OfYear(2020);
    private static readonly IReadOnlyList<Territory> Territory = Territories.Shipped.On(Year.LastDay);
    private static readonly Publication Publication = new(1, DateTimeOffset.UnixEpoch, null, new Dictionary<string, MonthRange>(), []);

    [Fact]
    public void Districts_behind_their_plan_are_named_the_furthest_first_with_what_they_attained()
    {
        var sentence = Assert.Single(Of("placements", Count(500), Planned(90, "behind"), Planned(101, "met"), Planned(60, "far_behind"), Planned(96, "near")));

        Assert.Equal("2 района отстают от плана на период", sentence.Text);
        Assert.Equal("far_behind", sentence.Status);
        Assert.Equal(["Риддер 60,0 %", "Усть-Каменогорск 90,0 %"], Named(sentence));
        Assert.Equal("/targets?period=2020&language=ru", sentence.Link);
    }

    [Fact]
    public void Five_are_named_and_the_others_counted()
    {
        var sentence = Assert.Single(Of("placements", [Count(500), .. Enumerable.Range(1, 7).Select(number => Planned(50 + number, "far_behind"))]));

        Assert.Equal("7 районов отстают от плана на период", sentence.Text);
        Assert.Equal((5, 2), (sentence.Units.Count, sentence.Others));
    }

    [Fact]
    public void A_plan_without_a_better_side_is_no_deviation() => Assert.Empty(Of("families", Count(500), Planned(60, "plan")));

    [Fact]
    public void Who_paid_more_than_was_allocated_is_named_and_who_paid_all_of_it_is_not()
    {
        var sentence = Assert.Single(Of("budget_execution", Share(100, 100), Share(100, 100), Share(1_000_001, 1_000_000), Share(120, 100)));

        Assert.Equal("2 района выплатили больше выделенного", sentence.Text);
        Assert.Equal(["Риддер 120,0 %", "Курчатов 100,0 %"], Named(sentence));
    }

    [Fact]
    public void A_share_is_told_only_where_it_is_worse_than_the_regions_by_more_than_chance()
    {
        var sentence = Assert.Single(Of("grant_approval_rate", Share(800, 1_000), Share(73, 100), Share(72, 100), Share(88, 100), Share(5, 19)));

        Assert.Equal("1 район хуже области больше, чем даёт случай", sentence.Text);
        Assert.Equal(["Курчатов 72,0 %"], Named(sentence));
    }

    [Fact]
    public void A_count_is_told_only_where_it_is_worse_than_last_years_by_more_than_chance()
    {
        var sentence = Assert.Single(Of("placements", Count(500), Against(39, 47), Against(12, 24), Against(24, 12)));

        Assert.Equal("1 район хуже прошлого года больше, чем даёт случай", sentence.Text);
        Assert.Equal(["Курчатов 24 → 12"], Named(sentence));
    }

    [Fact]
    public void A_count_is_not_held_against_a_year_that_it_cannot_be_compared_with() => Assert.Empty(
        Of("placements", Count(500), Against(12, 24) with { NotComparable = ["boundary_changed"] }));

    [Fact]
    public void Who_has_not_reported_is_named_and_who_is_hidden_or_not_of_the_region_is_not()
    {
        var sentence = Assert.Single(Of("placements", Count(500), Absent(ValueState.Hidden), Absent(ValueState.NotReported), Absent(ValueState.NotApplicable)));

        Assert.Equal("1 район не представил данных", sentence.Text);
        Assert.Equal(["Курчатов "], Named(sentence));
    }

    [Theory]
    [InlineData(12, 24, true)]
    [InlineData(24, 12, true)]
    [InlineData(39, 47, false)]
    [InlineData(0, 3, false)]
    [InlineData(0, 4, true)]
    [InlineData(0, 0, false)]
    public void Two_counts_differ_by_more_than_chance_beyond_1_96_standard_deviations(int now, int before, bool isBeyond) =>
        Assert.Equal(isBeyond, Deviations.IsBeyondChance(now, before));

    private static IEnumerable<string> Named(DeviationLine sentence) =>
        sentence.Units.Select(unit => $"{unit.Name} {unit.Detail}".Replace(Language.NoBreakSpace, " ", StringComparison.Ordinal));

    private static IReadOnlyList<DeviationLine> Of(string code, params IReadOnlyList<IndicatorValue> values)
    {
        var indicator = IndicatorCatalogue.Get(code);
        var query = new IndicatorQuery([indicator], [.. Territory.Take(values.Count)], Year);
        var page = new PageQuery(Year, Category.All, AidKind.All, Boundaries.AsReported, false, null, false, null);
        var answer = new IndicatorAnswer(query, Publication, [.. values.Select((value, position) => value with { Indicator = indicator, Territory = Territory[position] })]);
        return DeviationLines.Of(answer, new PageRequest(Language.Russian, "/", page, Publication, new Attention(0, 0, 0, 0)));
    }

    private static IndicatorValue Count(decimal count) => Value(new Figure(ValueState.Measured, count, null, count));

    private static IndicatorValue Share(decimal part, decimal whole) => Value(new Figure(ValueState.Measured, part, whole, part * 100 / whole));

    private static IndicatorValue Absent(ValueState state) => Value(Figure.Absent(state));

    private static IndicatorValue Against(decimal now, decimal before) => Count(now) with
    {
        LastYear = Count(before).Figure, Change = new Change(now - before, (now - before) * 100 / before, null, null),
    };

    private static IndicatorValue Planned(decimal attainment, string status) => Count(attainment) with
    {
        Target = new TargetFigure(100, 200, attainment, attainment / 2, status) { Stage = "approved", DecreeNumber = "", DecreeDate = null, Phasing = "linear" },
    };

    private static IndicatorValue Value(Figure figure) => new(IndicatorCatalogue.Get("families"), Territory[0], figure, null, null, null, null, null, []);
}
