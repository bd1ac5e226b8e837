using System.Text;
using Analytics.Dashboard.Api;
using Analytics.Reports;
using Analytics.Reports.Charts;
using Analytics.Reports.Tables;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Texts;

namespace Analytics.UnitTests.Reports.Tables;

public sealed class ChartTableTests
{
    private static readonly Territory Region = Territories.Shipped.Region;
    private static readonly Territory Semey = Territories.Shipped.Find("semey")!;
    private static readonly Territory Ridder = Territories.Shipped.Find("ridder")!;
    private static readonly ReportQuestion Question = new(Period.OfYear(2020), Language.English);

    [Fact]
    public void What_is_neither_under_review_nor_decided_was_withdrawn()
    {
        var table = Funnel(("grant_applications", 1_060), ("grants_under_review", 11), ("grants_approved", 875), ("grants_paid", 860), ("grants_refused", 160));

        Assert.Equal(14, table[FunnelTable.Withdrawn].Cells[0].Figure.Value);
        Assert.Equal("82.5", table["grants_approved"].Cells[1].Figure.Value!.Value.ToString("0.0", null));
    }

    [Fact]
    public void A_rest_of_what_is_hidden_is_hidden()
    {
        var table = Funnel(("grant_applications", 1_060), ("grants_under_review", null), ("grants_approved", 875), ("grants_paid", null), ("grants_refused", 160));

        Assert.Equal(ValueState.Hidden, table[FunnelTable.Withdrawn].Cells[0].Figure.State);
        Assert.Equal(ValueState.Hidden, table["grants_paid"].Cells[1].Figure.State);
    }

    [Fact]
    public void Shares_of_no_applications_are_no_shares() => Assert.Equal(
        ValueState.NotApplicable,
        Funnel(("grant_applications", 0), ("grants_under_review", 0), ("grants_approved", 0), ("grants_paid", 0), ("grants_refused", 0))["grants_paid"].Cells[1].Figure.State);

    [Fact]
    public void People_placed_in_both_kinds_of_work_stand_between_them()
    {
        var answer = Answer(Value("placements", Region, 100), Value("placements_permanent", Region, 60), Value("placements_subsidised", Region, 50), Value("permanent_share", Region, 60));
        var row = RowDrawing.Of(KindsTable.Of(answer, Question)).Rows.Single();

        Assert.Equal([new DrawnPart(0, 50, 1), new DrawnPart(50, 10, 4), new DrawnPart(60, 40, 2)], row.Parts);
    }

    [Fact]
    public void Bars_of_a_budget_share_a_scale_that_holds_whoever_paid_more_than_was_allocated()
    {
        var answer = Answer(
            Value("paid_amount", Semey, 50), Value("allocated_amount", Semey, 100), Value("budget_execution", Semey, 50),
            Value("paid_amount", Ridder, 125), Value("allocated_amount", Ridder, 100), Value("budget_execution", Ridder, 125));
        var rows = RowDrawing.Of(BudgetTable.Of(answer, Question)).Rows;

        Assert.Equal([new DrawnPart(0, 80, 3), new DrawnPart(0, 40, 1)], rows[0].Parts);
        Assert.Equal(new DrawnPart(0, 100, 1), rows[1].Parts[1]);
    }

    [Fact]
    public void A_budget_without_a_figure_is_told_in_words_and_not_drawn()
    {
        var answer = Answer(Value("paid_amount", Semey, null), Value("allocated_amount", Semey, 100), Value("budget_execution", Semey, null));
        var row = RowDrawing.Of(BudgetTable.Of(answer, Question)).Rows.Single();

        Assert.Empty(row.Parts);
        Assert.Contains(Language.English.Name(ValueState.Hidden), row.Label, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_stand_in_the_order_of_the_page()
    {
        var answer = Answer(Value("families", Region, 30), Value("families", Semey, 10), Value("families", Ridder, 20));
        var families = IndicatorCatalogue.Get("families");

        Assert.Equal(["semey", "ridder"], BarTable.Of(answer, families, Question).Rows.Select(row => row.Code));
        Assert.Equal(["ridder", "semey"], BarTable.Of(answer, families, Question with { Sort = new TerritorySort(families, Ascending: false) }).Rows.Select(row => row.Code));
    }

    [Fact]
    public void A_name_that_begins_like_a_formula_stays_a_text_in_the_CSV()
    {
        var refused = Value("grants_refused", Region, 3);
        var table = ReasonsTable.Of(Answer(refused), [("=SUM(A1), \"so\"", 2), ("", 1)], Question);
        var lines = Encoding.UTF8.GetString(ChartCsv.Write(table)[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

        Assert.StartsWith("1,\"'=SUM(A1), \"\"so\"\"\",grants_refused,,vko,2020,all,all,as_reported,measured,2,,2,,7,internal", lines[3], StringComparison.Ordinal);
        Assert.StartsWith("2,\"No reason given\",", lines[5], StringComparison.Ordinal);
    }

    [Fact]
    public void Months_stand_beside_years_and_an_open_month_is_known()
    {
        var families = IndicatorCatalogue.Get("families");
        SeriesPoint[] points =
        [
            new(Region, Period.OfMonth(2019, 1), new Figure(ValueState.Measured, 5, null, 5), []),
            new(Region, Period.OfMonth(2020, 1), new Figure(ValueState.Measured, 7, null, 7), ["preliminary"]),
            new(Region, Period.OfMonth(2018, 1), Figure.Absent(ValueState.NotReported), []),
        ];
        var table = TrendTable.Of(Answer(Value("families", Region, 1)), points, families, Question);

        Assert.Equal(["2020", "2019"], table.Columns.Select(column => column.Code));
        Assert.Equal([7m, 5m], table["01"].Cells.Select(cell => cell.Figure.Value!.Value));
        Assert.Equal([true, false], table["01"].Cells.Select(cell => cell.IsOpen));
        Assert.Equal(ValueState.NotReported, table["02"].Cells[0].Figure.State);
    }

    private static ChartTable Funnel(params (string Code, decimal? Value)[] values) =>
        FunnelTable.Of([(Category.All, Answer([.. values.Select(value => Value(value.Code, Region, value.Value))]))], Question);

    private static IndicatorValue Value(string code, Territory territory, decimal? value) => new(
        IndicatorCatalogue.Get(code),
        territory,
        value is { } number ? new Figure(number == 0 ? ValueState.Zero : ValueState.Measured, number, null, number) : Figure.Absent(ValueState.Hidden),
        null, null, null, null, null, []);

    private static IndicatorAnswer Answer(params IndicatorValue[] values) => new(
        new IndicatorQuery([.. values.Select(value => value.Indicator).Distinct()], [.. values.Select(value => value.Territory).Distinct()], Period.OfYear(2020)),
        new Publication(7, new DateTimeOffset(2021, 7, 1, 9, 0, 0, TimeSpan.Zero), null, new Dictionary<string, MonthRange>(), []),
        values);
}
