using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Disclosure;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.UnitTests.Warehouse.Indicators;

public sealed class FigureRulesTests
{
    private static readonly Territory Region = Territories.Shipped.Region;
    private static readonly Period Year = Period.OfYear(2020);

    [Fact]
    public void A_count_that_is_there_is_measured() =>
        Assert.Equal((new Figure(ValueState.Measured, 10_969, null, 10_969), null), Ask("families", Year, ("families", 10_969)));

    [Fact]
    public void A_rate_is_divided_once_from_its_own_parts()
    {
        var (figure, note) = Ask("grant_approval_rate", Year, ("grants_approved", 875), ("grant_applications", 1_060));

        Assert.Equal((ValueState.Measured, 875m, 1_060m, null), (figure.State, figure.Numerator, figure.Denominator, note));
        Assert.Equal(82.547169811320754716981132m, Math.Round(figure.Value!.Value, 24));
    }

    [Fact]
    public void An_average_is_not_multiplied_by_a_hundred() =>
        Assert.Equal(428_480.262558m, Math.Round(Ask("average_per_family", Year, ("paid_amount", 4_700_000_000), ("families", 10_969)).Figure.Value!.Value, 6));

    [Fact]
    public void Nothing_in_loaded_months_is_a_true_zero() =>
        Assert.Equal((new Figure(ValueState.Zero, 0, null, 0), null), Ask("families", Year));

    [Fact]
    public void A_rate_of_none_of_many_is_zero() =>
        Assert.Equal((new Figure(ValueState.Zero, 0, 1_060, 0), null), Ask("grant_approval_rate", Year, ("grant_applications", 1_060)));

    [Fact]
    public void Rate_of_nothing_is_absent_not_zero() =>
        Assert.Equal((Figure.Absent(ValueState.NotApplicable), "nothing_to_divide_by"), Ask("grant_approval_rate", Year));

    [Fact]
    public void A_median_of_nothing_is_absent_not_zero() =>
        Assert.Equal((Figure.Absent(ValueState.NotApplicable), "nothing_to_divide_by"), Ask("grant_decision_days", Year));

    [Fact]
    public void After_the_last_loaded_month_nothing_is_reported() =>
        Assert.Equal((Figure.Absent(ValueState.NotReported), null), Ask("families", Period.OfMonth(2021, 7), ("families", 5)));

    [Fact]
    public void Before_the_first_loaded_month_nothing_is_reported() =>
        Assert.Equal((Figure.Absent(ValueState.NotReported), null), Ask("families", Period.OfYear(2018)));

    [Fact]
    public void A_year_that_is_loaded_in_part_is_not_reported_and_says_so() =>
        Assert.Equal((Figure.Absent(ValueState.NotReported), "period_incomplete"), Ask("families", Period.OfYear(2021), ("families", 5)));

    [Fact]
    public void A_process_that_was_never_loaded_is_not_reported() =>
        Assert.Equal((Figure.Absent(ValueState.NotReported), null), Ask("package_children", Year));

    [Fact]
    public void A_rate_without_its_denominators_process_is_not_reported() =>
        Assert.Equal((Figure.Absent(ValueState.NotReported), null), Ask("package_coverage", Year));

    [Fact]
    public void A_stock_that_was_not_counted_is_not_reported_rather_than_zero() =>
        Assert.Equal((Figure.Absent(ValueState.NotReported), null), Ask("coverage_rate", Year, ("persons", 40_000)));

    [Fact]
    public void The_first_year_cannot_tell_who_is_new() =>
        Assert.Equal((Figure.Absent(ValueState.NotReported), null), Ask("families_new", Period.OfYear(2019), ("families_new", 9_000)));

    [Fact]
    public void The_second_year_can_tell_who_is_new() =>
        Assert.Equal(500, Ask("families_new", Year, ("families_new", 500)).Figure.Value);

    [Theory]
    [InlineData("markakol", "2020")]
    [InlineData("semey", "2023")]
    [InlineData("aqsuat", "2022-06")]
    public void A_unit_outside_the_region_has_no_figure(string slug, string code)
    {
        Assert.True(Period.TryParse(code, out var period));
        var rules = Rules(Category.All, AidKind.All);

        Assert.Equal((Figure.Absent(ValueState.NotApplicable), "not_in_region"), rules.Figure(IndicatorCatalogue.Get("families"), On(Territories.Shipped.Find(slug)!), period));
    }

    [Fact]
    public void Where_facts_do_not_tell_the_category_there_is_no_figure_of_one() =>
        Assert.Equal(
            (Figure.Absent(ValueState.NotApplicable), "category_not_known"),
            Rules(Category.LowIncome, AidKind.All).Figure(IndicatorCatalogue.Get("outreach_events"), On(Region), Year));

    [Fact]
    public void Where_facts_do_not_tell_the_aid_there_is_no_figure_of_one() =>
        Assert.Equal(
            (Figure.Absent(ValueState.NotApplicable), "aid_not_known"),
            Rules(Category.All, AidKind.Conditional).Figure(IndicatorCatalogue.Get("grants_approved"), On(Region), Year));

    [Fact]
    public void A_category_is_read_from_its_own_cell_and_population_is_taken_whole()
    {
        var cells = new LatticeCells(new Dictionary<(string, uint, DateOnly, Category, AidKind), decimal>
        {
            [("persons", Region.Id, Year.LastDay, Category.LargeFamily, AidKind.All)] = 300,
            [("persons", Region.Id, Year.LastDay, Category.All, AidKind.All)] = 999,
            [("population", Region.Id, Year.LastDay, Category.All, AidKind.All)] = 1_200,
        });

        var (figure, _) = new FigureRules(cells, Publication, Category.LargeFamily, AidKind.All, DisclosureGate.Open).Figure(IndicatorCatalogue.Get("coverage_rate"), On(Region), Year);

        Assert.Equal(new Figure(ValueState.Measured, 300, 1_200, 25), figure);
    }

    // Payments and the like are loaded from 2019-01 to 2021-06; social packages never.
    private static Publication Publication { get; } = new(
        7,
        new DateTimeOffset(2021, 7, 1, 9, 0, 0, TimeSpan.Zero),
        new DateOnly(2021, 6, 1),
        new[] { "fact_benefit_payment", "fact_benefit_recipient", "fact_grant_application", "fact_population", "fact_outreach_event" }
            .ToDictionary(fact => fact, _ => new MonthRange(new DateOnly(2019, 1, 1), new DateOnly(2021, 6, 1))),
        []);

    private static (Figure Figure, string? Note) Ask(string indicator, Period period, params (string Measure, decimal Value)[] cells) =>
        Rules(Category.All, AidKind.All, period, cells).Figure(IndicatorCatalogue.Get(indicator), On(Region), period);

    private static FigureRules Rules(Category category, AidKind aid, params (string Measure, decimal Value)[] cells) => Rules(category, aid, Year, cells);

    private static FigureRules Rules(Category category, AidKind aid, Period period, (string Measure, decimal Value)[] cells) => new(
        new LatticeCells(cells.ToDictionary(cell => (cell.Measure, Region.Id, period.LastDay, Category.All, AidKind.All), cell => cell.Value)), Publication, category, aid, DisclosureGate.Open);

    private static Ground On(Territory territory) => Ground.Of(Territories.Shipped, territory, Boundaries.AsReported, default, default)!;
}
