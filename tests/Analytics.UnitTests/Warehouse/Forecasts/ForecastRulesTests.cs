using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Forecasts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Warehouse.Forecasts;

public sealed class ForecastRulesTests
{
    private static readonly Territory Region = Territories.Shipped.Region;
    private static readonly Figure Known = new(ValueState.Measured, 80, null, 80);

    [Theory]
    [InlineData("grants_approved", "2021-01..08", null)]
    [InlineData("placements", "2021-01..08", null)]
    [InlineData("paid_amount", "2021-01..08", null)]
    [InlineData("grants_approved", "2021-08", ForecastReason.NotYearToDate)]
    [InlineData("grants_approved", "2021Q3", ForecastReason.NotYearToDate)]
    [InlineData("grants_approved", "2021", ForecastReason.WholeYear)]
    [InlineData("grant_approval_rate", "2021-01..08", ForecastReason.NotCumulative)]
    [InlineData("coverage_rate", "2021-01..08", ForecastReason.NotCumulative)]
    [InlineData("grant_decision_days", "2021-01..08", ForecastReason.NotCumulative)]
    [InlineData("families_new", "2021-01..08", ForecastReason.NotCumulative)]
    [InlineData("families_exited", "2021-01..08", ForecastReason.NotCumulative)]
    public void What_can_be_forecast(string code, string period, ForecastReason? reason) => Assert.Equal(reason, Refusal(code, period, Known));

    [Theory]
    [InlineData(ValueState.Zero, ForecastReason.NothingToDate)]
    [InlineData(ValueState.NotReported, ForecastReason.NotReported)]
    [InlineData(ValueState.Hidden, ForecastReason.Hidden)]
    [InlineData(ValueState.NotApplicable, ForecastReason.NotApplicable)]
    public void Without_a_figure_there_is_no_forecast(ValueState state, ForecastReason reason) => Assert.Equal(
        reason, Refusal("grants_approved", "2021-01..08", state == ValueState.Zero ? new Figure(state, 0, null, 0) : Figure.Absent(state)));

    [Theory]
    [InlineData("semey", "2022-01..04", ForecastReason.PartOfYear)]
    [InlineData("samar", "2022-01..09", ForecastReason.PartOfYear)]
    [InlineData("oskemen", "2022-01..09", null)]
    public void A_unit_that_comes_or_goes_within_the_year_has_no_years_end(string slug, string period, ForecastReason? reason) => Assert.Equal(
        reason, ForecastRules.Refusal(IndicatorCatalogue.Get("grants_approved"), Territories.Shipped.Find(slug)!, Parse(period), Boundaries.AsReported, Known));

    [Fact]
    public void All_past_years_without_a_break_are_used()
    {
        var (years, leftOut) = Years("grants_approved", "2021-01..08", (2019, 296, 650), (2020, 348, 875));

        Assert.Equal([new PastYear(2019, 296, 650), new PastYear(2020, 348, 875)], years);
        Assert.Empty(leftOut);
    }

    [Fact]
    public void Years_before_a_break_and_the_year_with_the_break_inside_are_left_out()
    {
        // The poverty line rose on 1 April 2019 and the model of 2020 began on New Year's Day: 2020 is the first year that is like 2021.
        var (years, leftOut) = Years("families", "2021-01..08", "oskemen", (2018, 20, 40), (2019, 20, 40), (2020, 20, 40));

        Assert.Equal([2020], years.Select(year => year.Year));
        Assert.Equal(
            [new LeftOutYear(2018, ForecastReason.SeriesBreak, "break_model_2020"), new LeftOutYear(2019, ForecastReason.SeriesBreak, "break_model_2020")], leftOut);
        Assert.Equal(ForecastReason.SeriesBreak, ForecastRules.TooFew(leftOut));
    }

    [Fact]
    public void A_break_on_New_Years_Day_leaves_the_year_that_it_begins_comparable() =>
        Assert.Equal([2023, 2024], Years("package_amount", "2025-01..08", "oskemen", (2022, 1, 2), (2023, 1, 2), (2024, 1, 2)).Years.Select(year => year.Year));

    [Fact]
    public void A_break_within_the_year_itself_leaves_no_year() =>
        Assert.Empty(Years("families", "2019-01..03", "oskemen", (2016, 1, 2), (2017, 1, 2), (2018, 1, 2)).Years);

    [Fact]
    public void Years_before_the_land_changed_are_left_out_on_the_boundaries_of_the_day()
    {
        var (years, leftOut) = Years("grants_approved", "2025-01..08", (2021, 1, 2), (2022, 1, 2), (2023, 1, 2), (2024, 1, 2));

        Assert.Equal([2023, 2024], years.Select(year => year.Year));
        Assert.All(leftOut, left => Assert.Equal((ForecastReason.BoundaryChange, "boundary_changed"), (left.Reason, left.Note)));
    }

    [Fact]
    public void On_todays_boundaries_the_land_is_the_same() => Assert.Equal(
        [2021, 2022, 2023],
        ForecastRules.Years(IndicatorCatalogue.Get("grants_approved"), Region, Parse("2024-01..08"), Boundaries.Current, Points(Region, 8, (2021, 1, 2), (2022, 1, 2), (2023, 1, 2))).Years.Select(year => year.Year));

    [Fact]
    public void A_past_year_with_nothing_by_the_month_has_no_share()
    {
        var (years, leftOut) = Years("grants_approved", "2021-01..08", (2019, 0, 650), (2020, 348, 875));

        Assert.Equal((2020, ForecastReason.NothingToDate), (years.Single().Year, leftOut.Single().Reason));
    }

    [Fact]
    public void A_past_year_that_is_not_reported_is_left_out_and_too_few_are_too_few()
    {
        var points = Points(Region, 8, (2020, 348, 875)).Append(new SeriesPoint(Region, Parse("2019-01..08"), Figure.Absent(ValueState.NotReported), []));
        var (_, leftOut) = ForecastRules.Years(IndicatorCatalogue.Get("grants_approved"), Region, Parse("2021-01..08"), Boundaries.AsReported, points);

        Assert.Equal((new LeftOutYear(2019, ForecastReason.NotReported, null), ForecastReason.TooFewYears), (leftOut.Single(), ForecastRules.TooFew(leftOut)));
    }

    [Fact]
    public void The_forecast_is_one_sentence_in_each_language()
    {
        var method = SeasonalShare.Of(950, [new(2019, 600, 1_000), new(2020, 650, 1_000)]);
        var forecast = Forecast("grants_approved") with { Method = method, Target = ForecastTarget.Of(method, 1_500, Direction.MoreIsBetter) };

        Assert.Equal("К концу 2021 года ожидается 1 520 (с вероятностью 80 % – от 1 195 до 1 845); план 1 500 будет выполнен с вероятностью 56 %.", Plain(Language.Russian.Sentence(forecast)));
        Assert.Equal("2021 жылдың соңында 1 520 күтіледі (80% ықтималдықпен – 1 195 мен 1 845 аралығында); 1 500 жоспары 56% ықтималдықпен орындалады.", Plain(Language.Kazakh.Sentence(forecast)));
        Assert.Equal("By the end of 2021 1,520 are expected (with a probability of 80%: 1,195 to 1,845); the plan of 1,500 will be met with a probability of 56%.", Language.English.Sentence(forecast));
    }

    [Fact]
    public void Nothing_is_ever_quite_sure()
    {
        var method = SeasonalShare.Of(950, [new(2019, 600, 1_000), new(2020, 650, 1_000)]);
        string Of(decimal plan) => Plain(Language.Russian.Sentence(Forecast("grants_approved") with { Method = method, Target = ForecastTarget.Of(method, plan, Direction.MoreIsBetter) }));

        Assert.EndsWith("с вероятностью более 99 %.", Of(900), StringComparison.Ordinal);
        Assert.EndsWith("с вероятностью менее 1 %.", Of(99_000), StringComparison.Ordinal);
    }

    [Fact]
    public void Why_there_is_no_forecast_is_said_in_each_language() => Assert.All(
        Enum.GetValues<ForecastReason>().SelectMany(reason => Language.All.Select(language => (reason, language))),
        pair => Assert.EndsWith(".", pair.language.Sentence(Forecast("grants_approved") with { Reason = pair.reason }), StringComparison.Ordinal));

    [Fact]
    public void A_break_is_asked_for_in_one_place()
    {
        var families = IndicatorCatalogue.Get("families");

        Assert.True(Continuity.IsBroken(families, new DateOnly(2024, 12, 31), new DateOnly(2025, 1, 1)));
        Assert.False(Continuity.IsBroken(families, new DateOnly(2020, 1, 1), new DateOnly(2024, 12, 31)));
        Assert.False(Continuity.IsBroken(IndicatorCatalogue.Get("placements"), new DateOnly(2023, 6, 30), new DateOnly(2023, 7, 1)));
        Assert.False(Continuity.IsBroken(IndicatorCatalogue.Get("grants_approved"), new DateOnly(2019, 1, 1), new DateOnly(2025, 12, 31)));
    }

    private static string Plain(string text) => text.Replace('\u00A0', ' ');

    private static Period Parse(string code) => Period.TryParse(code, out var period) ? period : throw new ArgumentException(code);

    private static ForecastReason? Refusal(string code, string period, Figure figure) =>
        ForecastRules.Refusal(IndicatorCatalogue.Get(code), Region, Parse(period), Boundaries.AsReported, figure);

    private static (IReadOnlyList<PastYear> Years, IReadOnlyList<LeftOutYear> LeftOut) Years(string code, string period, params (int, decimal, decimal)[] years) =>
        Years(code, period, "vko", years);

    private static (IReadOnlyList<PastYear> Years, IReadOnlyList<LeftOutYear> LeftOut) Years(string code, string period, string slug, params (int, decimal, decimal)[] years)
    {
        var (territory, asked) = (Territories.Shipped.Find(slug)!, Parse(period));
        return ForecastRules.Years(IndicatorCatalogue.Get(code), territory, asked, Boundaries.AsReported, Points(territory, asked.LastMonthNumber, years));
    }

    private static IEnumerable<SeriesPoint> Points(Territory territory, int month, params (int Year, decimal ToDate, decimal Whole)[] years) => years.SelectMany(year => new[]
    {
        new SeriesPoint(territory, Period.ToDate(year.Year, month), new Figure(ValueState.Measured, year.ToDate, null, year.ToDate), []),
        new SeriesPoint(territory, Period.OfYear(year.Year), new Figure(ValueState.Measured, year.Whole, null, year.Whole), []),
    });

    private static Forecast Forecast(string code) => new(
        new IndicatorQuery([IndicatorCatalogue.Get(code)], [Region], Parse("2021-01..08")),
        new Publication(1, DateTimeOffset.UnixEpoch, null, new Dictionary<string, MonthRange>(), []), Known, null, null, null, []);
}
