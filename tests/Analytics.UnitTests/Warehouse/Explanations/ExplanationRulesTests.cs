using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Explanations;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Warehouse.Explanations;

public sealed class ExplanationRulesTests
{
    private static readonly Territory Region = Territories.Shipped.Region;
    private static readonly Publication Publication = new(1, DateTimeOffset.UnixEpoch, null, new Dictionary<string, MonthRange>(), []);

    [Theory]
    [InlineData("families", ExplanationBy.District, null)]
    [InlineData("families", ExplanationBy.Factors, null)]
    [InlineData("paid_amount", ExplanationBy.Factors, null)]
    [InlineData("coverage_rate", ExplanationBy.Category, null)]
    [InlineData("grant_decision_days", ExplanationBy.District, ExplanationReason.Median)]
    [InlineData("outreach_events", ExplanationBy.Category, ExplanationReason.CategoryNotKnown)]
    [InlineData("budget_execution", ExplanationBy.Category, ExplanationReason.CategoryNotKnown)]
    [InlineData("placements", ExplanationBy.Aid, ExplanationReason.AidNotKnown)]
    [InlineData("placements", ExplanationBy.Factors, ExplanationReason.NoFactors)]
    public void What_can_be_divided_into_what(string code, ExplanationBy by, ExplanationReason? reason) =>
        Assert.Equal(reason, ExplanationRules.Refusal(Explanation(code, by, 9, 8)));

    [Fact]
    public void A_district_has_no_smaller_parts() => Assert.Equal(
        ExplanationReason.NoParts, ExplanationRules.Refusal(Explanation("families", ExplanationBy.District, 9, 8, territory: Territories.Shipped.Find("ridder")!)));

    [Fact]
    public void Families_that_came_and_left_explain_only_a_change_against_last_year()
    {
        var againstMay = Explanation("families", ExplanationBy.Factors, 9, 8, Period.OfMonth(2020, 6), Comparison.Previous);
        var againstLastYear = Explanation("families", ExplanationBy.Factors, 9, 8, Period.ToDate(2020, 6), Comparison.Previous);

        Assert.Equal((ExplanationReason.NoFactors, null), (ExplanationRules.Refusal(againstMay), ExplanationRules.Refusal(againstLastYear)));
    }

    [Theory]
    [InlineData(ValueState.NotReported, ExplanationReason.NotReported)]
    [InlineData(ValueState.Hidden, ExplanationReason.Hidden)]
    [InlineData(ValueState.NotApplicable, ExplanationReason.NotApplicable)]
    public void Without_both_figures_there_is_nothing_to_divide(ValueState state, ExplanationReason reason)
    {
        var explanation = Explanation("families", ExplanationBy.District, 9, 8);

        Assert.Equal(reason, ExplanationRules.Refusal(explanation with { Now = Figure.Absent(state) }));
        Assert.Equal(reason, ExplanationRules.Refusal(explanation with { Before = Figure.Absent(state) }));
    }

    [Fact]
    public void Units_of_either_period_are_parts()
    {
        var units = ExplanationRules.Units(Boundaries.AsReported, Period.OfYear(2024), Period.OfYear(2021)).Select(unit => unit.Slug).ToList();

        Assert.Contains("markakol", units);
        Assert.Contains("semey", units);
        Assert.DoesNotContain("vko", units);
        Assert.DoesNotContain("zhanasemey", units);
    }

    [Theory]
    [InlineData("coverage_rate", ExplanationBy.Category, true)]
    [InlineData("coverage_rate", ExplanationBy.District, false)]
    [InlineData("grant_approval_rate", ExplanationBy.Category, false)]
    [InlineData("families", ExplanationBy.Category, false)]
    public void Categories_share_a_denominator_that_has_none(string code, ExplanationBy by, bool shares) =>
        Assert.Equal(shares, ExplanationRules.SharesDenominator(IndicatorCatalogue.Get(code), by));

    [Fact]
    public void A_district_formed_after_New_Year_has_no_population_of_its_own_and_is_counted_where_its_land_was()
    {
        var part = PartOf("markakol", new Figure(ValueState.Measured, 70, null, 70), Figure.Absent(ValueState.NotReported), Figure.Absent(ValueState.NotApplicable));

        Assert.Equal(new Part("markakol", null, new Amounts(70, 0)), part);
    }

    [Fact]
    public void An_old_district_without_its_population_is_not_guessed() => Assert.Equal(
        ExplanationReason.NotReported,
        Assert.Throws<UnknownPartException>(() => PartOf("ridder", new Figure(ValueState.Measured, 70, null, 70), Figure.Absent(ValueState.NotReported), Figure.Absent(ValueState.NotApplicable))).Reason);

    [Fact]
    public void A_hidden_part_stops_the_explanation_because_it_would_follow_from_the_others() => Assert.Equal(
        ExplanationReason.Hidden,
        Assert.Throws<UnknownPartException>(() => PartOf("ridder", Figure.Absent(ValueState.Hidden), new Figure(ValueState.Measured, 9, null, 9), Figure.Absent(ValueState.NotApplicable))).Reason);

    [Fact]
    public void The_finding_names_the_largest_until_half_of_the_change_is_named()
    {
        var explanation = Explanation("families", ExplanationBy.District, 10_000, 7_831) with
        {
            Rows = [Row("oskemen", -900), Row("glubokoe", -423), Row("ridder", -600), Row("ulan", -300), Row("overlap", 54, ExplanationRowKind.Overlap)],
        };

        Assert.Equal("69 % снижения на 2 169 семей: Усть-Каменогорск и Риддер.", Plain(Language.Russian.Sentence(explanation)));
        Assert.Equal("Төмендеудің (2 169 отбасы) 69%-ы: Өскемен және Риддер.", Plain(Language.Kazakh.Sentence(explanation)));
        Assert.Equal("69% of the fall by 2,169 families: Oskemen and Ridder.", Language.English.Sentence(explanation));
    }

    [Fact]
    public void More_than_the_whole_change_is_told_in_numbers_not_in_percent()
    {
        var explanation = Explanation("families", ExplanationBy.District, 100, 121) with { Rows = [Row("oskemen", 41), Row("ridder", -20)] };

        Assert.Equal("Рост на 21 семью, больше всего за счёт: Усть-Каменогорск (+41); остальное изменилось в обратную сторону.", Plain(Language.Russian.Sentence(explanation)));
    }

    [Fact]
    public void A_rate_changes_by_points()
    {
        var explanation = Explanation("grant_approval_rate", ExplanationBy.Category, 80, 82.5m) with { Rows = [Row("large_family", 2), Row("low_income", 0.5m)] };

        Assert.Equal("80 % роста на 2,5 п. п.: Многодетные семьи.", Plain(Language.Russian.Sentence(explanation)));
    }

    [Fact]
    public void No_change_has_no_finding() => Assert.Equal("Nothing changed.", Language.English.Sentence(Explanation("families", ExplanationBy.District, 5, 5)));

    [Fact]
    public void Why_a_change_is_not_explained_is_said_in_each_language() => Assert.All(
        Enum.GetValues<ExplanationReason>().SelectMany(reason => Language.All.Select(language => (reason, language))),
        pair => Assert.EndsWith(".", pair.language.Sentence(Explanation("families", ExplanationBy.District, 5, 6) with { Reason = pair.reason }), StringComparison.Ordinal));

    [Fact]
    public void Every_row_has_a_name()
    {
        var explanation = Explanation("paid_amount", ExplanationBy.Factors, 5, 6);

        Assert.Equal("В среднем на единицу: Семьи – получатели АСП", Language.Russian.Name(explanation, Row("average", 1, ExplanationRowKind.Average)));
        Assert.Equal("Население на 1 января", Language.Russian.Name(explanation, Row("population", 1, ExplanationRowKind.Factor)));
        Assert.Equal("Учтены более чем в одной части", Language.Russian.Name(explanation, Row("overlap", 1, ExplanationRowKind.Overlap)));
        Assert.Equal("Не отнесено ни к одной части", Language.Russian.Name(explanation, Row("remainder", 1, ExplanationRowKind.Remainder)));
        Assert.Equal("Последний знак при делении", Language.Russian.Name(explanation, Row("rounding", 1, ExplanationRowKind.Rounding)));
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private static Part PartOf(string slug, Figure persons, Figure population, Figure before)
    {
        var territory = Territories.Shipped.Find(slug)!;
        var explanation = Explanation("coverage_rate", ExplanationBy.District, 1, 2, Period.OfYear(2024));
        var values = explanation.Indicator.Measures.Zip([persons, population]).Select(pair => new IndicatorValue(
            ExplanationRules.AsIndicator(pair.First, explanation.Indicator), territory, pair.Second, before, null, null, null, null, []));
        return ExplanationRules.PartOf(new IndicatorAnswer(explanation.Query, Publication, [.. values]), explanation, territory, slug, sharesDenominator: false);
    }

    private static Explanation Explanation(
        string code, ExplanationBy by, decimal before, decimal now, Period? period = null, Comparison comparison = Comparison.LastYear, Territory? territory = null) => new(
        new IndicatorQuery([IndicatorCatalogue.Get(code)], [territory ?? Region], period ?? Period.OfYear(2020)) { Comparisons = new HashSet<Comparison> { comparison } },
        by, Publication, new Figure(ValueState.Measured, before, null, before), new Figure(ValueState.Measured, now, null, now), [], null, null, []);

    private static ExplanationRow Row(string code, decimal contribution, ExplanationRowKind kind = ExplanationRowKind.Part) =>
        new(code, kind, PartState.Both, null, null, null, null, contribution);
}
