using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Warehouse.Indicators;

/// <summary>Which comparisons are made and which are not: the facts of domain 1.4, one line each.</summary>
public sealed class SeriesBreakTests
{
    [Theory]
    [InlineData("families", "2019", "2020", "break_poverty_line_2019 break_model_2020")]
    [InlineData("paid_amount", "2019", "2020", "break_poverty_line_2019 break_model_2020")]
    [InlineData("allocated_amount", "2019", "2020", "")]
    [InlineData("budget_execution", "2019", "2020", "")]
    [InlineData("families", "2020", "2021", "")]
    [InlineData("families_new", "2020", "2021", "break_prolongation_2020")]
    [InlineData("families_exited", "2021", "2022", "break_prolongation_2020 break_prolongation_2022")]
    [InlineData("grant_amount", "2021", "2022", "break_grant_size_2022")]
    [InlineData("grant_approval_rate", "2021", "2022", "")]
    [InlineData("package_amount", "2022", "2023", "break_package_money_2023")]
    [InlineData("package_children", "2022", "2023", "")]
    [InlineData("families", "2023", "2024", "")]
    [InlineData("placements", "2022", "2024", "")]
    [InlineData("families", "2024", "2025", "break_median_income_2025")]
    [InlineData("outreach_events", "2019", "2025", "")]
    [InlineData("families", "2019-04", "2019-06", "")]
    [InlineData("families", "2019-03", "2019-04", "break_poverty_line_2019")]
    [InlineData("families", "2020-02", "2021-02", "")]
    public void Figures_before_and_after_new_rules_are_not_compared_where_the_rules_touch_them(string indicator, string earlier, string later, string reasons) =>
        Assert.Equal(reasons, string.Join(' ', Between(indicator, earlier, later).Where(one => one.Forbids).Select(one => one.Note)));

    [Theory]
    [InlineData("allocated_amount", "2019", "2020", "break_poverty_line_2019 break_model_2020 break_prolongation_2020")]
    [InlineData("families", "2020", "2021", "break_prolongation_2020")]
    [InlineData("grant_approval_rate", "2021", "2022", "break_grant_size_2022")]
    [InlineData("package_children", "2022", "2023", "break_package_money_2023")]
    [InlineData("families", "2023", "2024", "break_social_code_2023")]
    [InlineData("placements", "2022", "2024", "break_social_code_2023")]
    [InlineData("coverage_rate", "2022-07", "2022-09", "break_census_2022")]
    [InlineData("wellness_elderly", "2019", "2025", "")]
    public void Where_the_rules_do_not_touch_a_figure_it_is_compared_and_marked(string indicator, string earlier, string later, string marks) =>
        Assert.Equal(marks, string.Join(' ', Between(indicator, earlier, later).Where(one => !one.Forbids).Select(one => one.Note)));

    [Fact]
    public void It_does_not_matter_which_of_two_periods_is_asked_for() =>
        Assert.Equal(Between("families", "2019", "2020").Select(one => one.Note), Between("families", "2020", "2019").Select(one => one.Note));

    [Fact]
    public void Every_name_in_the_file_is_an_indicator_or_a_group() => Assert.All(
        SeriesBreak.All.SelectMany(broken => broken.Broken.Concat(broken.Marked)),
        code => Assert.True(IndicatorCatalogue.Find(code) is not null || Codes.TryParse<IndicatorGroup>(code, out _), code));

    [Theory]
    [InlineData("package_children", "2019", "not_in_force")]
    [InlineData("package_amount", "2019-12", "not_in_force")]
    [InlineData("families", "2019", null)]
    public void Before_its_law_a_measure_did_not_exist(string indicator, string period, string? note)
    {
        var rules = new FigureRules(new LatticeCells(new Dictionary<(string, uint, DateOnly, Category, AidKind), decimal>()), Loaded, Category.All, AidKind.All, Analytics.Warehouse.Disclosure.DisclosureGate.Open);

        Assert.Equal(note, rules.Figure(IndicatorCatalogue.Get(indicator), Region, Of(period)).Note);
    }

    private static Analytics.Warehouse.Publications.Publication Loaded { get; } = new(
        1,
        DateTimeOffset.UnixEpoch,
        null,
        new[] { "fact_benefit_payment", "fact_social_package" }.ToDictionary(fact => fact, _ => new Analytics.Warehouse.Publications.MonthRange(new DateOnly(2018, 1, 1), new DateOnly(2025, 12, 1))),
        []);

    private static Ground Region { get; } = Ground.Of(Territories.Shipped, Territories.Shipped.Find("oskemen")!, Boundaries.AsReported, default, default)!;

    private static IReadOnlyList<ComparisonBreak> Between(string indicator, string one, string other) =>
        ComparisonNotes.Between(IndicatorCatalogue.Get(indicator), Region, Of(other), Of(one));

    private static Period Of(string code) => Period.TryParse(code, out var period) ? period : throw new ArgumentException(code);
}
