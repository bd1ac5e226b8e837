using System.Globalization;
using Analytics.Etl.Loading;
using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Dimensions;

namespace Analytics.UnitTests.Etl.Loading;

public sealed class ContractRowTests
{
    // The valid application: each test replaces one cell of it.
    private static readonly Dictionary<string, Cell> Valid = new()
    {
        ["row_id"] = Cell.Integer(17),
        ["received_on"] = Text("2020-03-14"),
        ["district_code"] = Text("631000000"),
        ["settlement_code"] = Cell.Null,
        ["applicant_id"] = Text("850101300123"),
        ["category"] = Text("low_income"),
        ["status"] = Text("approved"),
        ["decided_on"] = Text("2020-03-20"),
        ["paid_on"] = Cell.Null,
        ["amount_tiyn"] = Cell.Integer(55_560_000),
        ["refusal_reason"] = Cell.Null,
    };

    private static Process Applications => Processes.Find("grant_applications")!;

    [Fact]
    public void A_row_that_keeps_the_contract_is_taken()
    {
        Assert.Null(Rejection("row_id", Cell.Integer(17)));
        Assert.Null(Rejection("received_on", new Cell(CellKind.Date, 7_378, null)));
        Assert.Null(Rejection("settlement_code", Text("631010000")));
        Assert.Null(Rejection("applicant_id", Cell.Integer(850101300123)));
        Assert.Null(Rejection("decided_on", Cell.Null));
        Assert.Null(Rejection("amount_tiyn", Cell.Null));
        Assert.Null(Rejection("amount_tiyn", Cell.Integer(0)));
        Assert.Null(Rejection("amount_tiyn", Cell.Integer(1_000_000_000_000_000)));
        Assert.Null(Rejection("refusal_reason", Text("Неполный пакет документов")));
    }

    [Fact]
    public void A_row_number_is_whole_and_may_be_negative()
    {
        Assert.Equal("null_not_allowed", Rejection("row_id", Cell.Null));
        Assert.Equal("number_not_whole", Rejection("row_id", Cell.Fraction));
        Assert.Equal("wrong_type", Rejection("row_id", Text("17")));
        Assert.Null(Rejection("row_id", Cell.Integer(-1)));
    }

    [Theory]
    [InlineData("1999-12-31", "date_out_of_range")]
    [InlineData("2101-01-01", "date_out_of_range")]
    [InlineData("2020-02-30", "date_unreadable")]
    [InlineData("14.03.2020", "date_unreadable")]
    [InlineData("2020-3-14", "date_unreadable")]
    [InlineData("2020-03-14 00:00:00", "date_unreadable")]
    [InlineData("", "date_unreadable")]
    public void A_day_is_written_in_one_way_and_lies_between_2000_and_2100(string day, string rule) =>
        Assert.Equal(rule, Rejection("received_on", Text(day)));

    [Fact]
    public void The_first_and_the_last_day_are_taken()
    {
        Assert.Equal("district_missing", Rejection(("received_on", Text("2000-01-01")), ("decided_on", Cell.Null), ("district_code", Text(""))));
        Assert.Null(Rejection(("received_on", Text("2100-12-31")), ("decided_on", Cell.Null)));
    }

    [Fact]
    public void A_day_that_is_missing_or_impossible_is_rejected()
    {
        Assert.Equal("null_not_allowed", Rejection("received_on", Cell.Null));
        Assert.Equal("date_out_of_range", Rejection("received_on", Cell.ImpossibleDate));
        Assert.Equal("date_out_of_range", Rejection("received_on", new Cell(CellKind.Date, long.MaxValue / 2, null)));
        Assert.Equal("wrong_type", Rejection("received_on", Cell.Integer(20200314)));
    }

    [Fact]
    public void A_decision_before_the_application_is_rejected() => Assert.Equal("decided_before_received", Rejection("decided_on", Text("2020-03-13")));

    [Fact]
    public void Days_are_read_alike_whatever_the_machines_calendar_is()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("th-TH");
        try
        {
            Assert.Null(Rejection("received_on", Text("2020-03-14")));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void A_district_is_known_in_force_and_inside_the_region()
    {
        Assert.Equal("district_missing", Rejection("district_code", Cell.Null));
        Assert.Equal("district_missing", Rejection("district_code", Text("")));
        Assert.Equal("district_unknown", Rejection("district_code", Text("999999999")));
        Assert.Equal("district_unknown", Rejection("district_code", Text("630000000")));
        Assert.Equal("district_not_in_force", Rejection("district_code", Text("635500000")));
        Assert.Equal("district_outside_region", Rejection(("district_code", Text("101000000")), ("received_on", Text("2023-03-14")), ("decided_on", Cell.Null)));
        Assert.Equal("text_encoding_broken", Rejection("district_code", Text("63100\uFFFD000")));
    }

    [Theory]
    [InlineData("63101000")]
    [InlineData("63101000x")]
    [InlineData("-63101000")]
    public void A_settlement_is_nine_digits_or_nothing(string code) => Assert.Equal("settlement_unreadable", Rejection("settlement_code", Text(code)));

    [Fact]
    public void An_identifier_is_there_and_readable()
    {
        Assert.Equal("identifier_missing", Rejection("applicant_id", Cell.Null));
        Assert.Equal("identifier_missing", Rejection("applicant_id", Text("  ")));
        Assert.Equal("text_encoding_broken", Rejection("applicant_id", Text("8501\uFFFD")));
        Assert.Equal("wrong_type", Rejection("applicant_id", Cell.Fraction));
    }

    [Fact]
    public void A_word_is_one_of_the_contracts()
    {
        Assert.Equal("category_unknown", Rejection("category", Text("large family")));
        Assert.Equal("status_unknown", Rejection("status", Text("APPROVED")));
        Assert.Equal("null_not_allowed", Rejection("status", Cell.Null));
    }

    [Fact]
    public void An_amount_is_whole_tiyn_not_negative_and_not_absurd()
    {
        Assert.Equal("amount_negative", Rejection("amount_tiyn", Cell.Integer(-1)));
        Assert.Equal("amount_not_whole_tiyn", Rejection("amount_tiyn", Cell.Fraction));
        Assert.Equal("amount_too_large", Rejection("amount_tiyn", Cell.Integer(1_000_000_000_000_001)));
        Assert.Equal("wrong_type", Rejection("amount_tiyn", Text("55560000")));
    }

    [Fact]
    public void A_label_is_short_and_holds_no_identifier()
    {
        Assert.Equal("text_too_long", Rejection("refusal_reason", Text(new string('а', 101))));
        Assert.Null(Rejection("refusal_reason", Text(new string('а', 100))));
        Assert.Equal("identifier_in_text", Rejection("refusal_reason", Text("см. 850101300123")));
        Assert.Equal("text_encoding_broken", Rejection("refusal_reason", Text("\uFFFD")));
        Assert.Equal("text_encoding_broken", Rejection("refusal_reason", Text("а\0б")));
    }

    [Fact]
    public void The_first_rule_that_is_broken_is_told_with_its_column()
    {
        var row = new ContractRow(Applications.Columns, new Pseudonyms(new byte[32]), new DistrictCodes(Territories.Shipped));
        Take(row, ("received_on", Cell.Null), ("amount_tiyn", Cell.Integer(-1)));

        Assert.Equal(new Rejection("null_not_allowed", "received_on"), row.Rejection);
    }

    [Fact]
    public void The_row_after_a_rejected_one_is_judged_afresh()
    {
        var row = new ContractRow(Applications.Columns, new Pseudonyms(new byte[32]), new DistrictCodes(Territories.Shipped));
        Take(row, ("status", Text("?")));
        var fact = Take(row);

        Assert.False(row.IsRejected);
        Assert.Equal(1, fact.Rows);
    }

    [Fact]
    public void A_rejected_row_writes_nothing()
    {
        var row = new ContractRow(Applications.Columns, new Pseudonyms(new byte[32]), new DistrictCodes(Territories.Shipped));
        var fact = Take(row, ("amount_tiyn", Cell.Integer(-1)));

        Assert.Equal((0L, 0), (fact.Rows, fact.Pending));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(1, null)]
    [InlineData(2, "flag_not_0_or_1")]
    [InlineData(-1, "flag_not_0_or_1")]
    public void A_flag_is_0_or_1(long value, string? rule)
    {
        var row = new ContractRow([new("child_1_6", ColumnKind.Flag)], new Pseudonyms(new byte[32]), new DistrictCodes(Territories.Shipped));
        row.Next([Cell.Integer(value)]);
        row.Flag();

        Assert.Equal(rule, row.Rejection?.Rule);
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(4_294_967_295, null)]
    [InlineData(-1, "number_negative")]
    [InlineData(4_294_967_296, "number_too_large")]
    public void A_count_fits_its_column(long value, string? rule)
    {
        var row = new ContractRow([new("attendees", ColumnKind.Count)], new Pseudonyms(new byte[32]), new DistrictCodes(Territories.Shipped));
        row.Next([Cell.Integer(value)]);
        row.Whole();

        Assert.Equal(rule, row.Rejection?.Rule);
    }

    [Fact]
    public void A_target_may_be_of_the_region_and_names_an_indicator()
    {
        var row = new ContractRow(
            [new("territory_code", ColumnKind.District), new("indicator", ColumnKind.Label)], new Pseudonyms(new byte[32]), new DistrictCodes(Territories.Shipped));
        row.Next([Text("630000000"), Text("families")]);

        Assert.Equal((1u, "families", false), (row.Territory(new DateOnly(2021, 1, 1)), row.Indicator()?.Code, row.IsRejected));

        row.Next([Text("631000000"), Text("happiness")]);
        row.Territory(new DateOnly(2021, 1, 1));
        row.Indicator();

        Assert.Equal(new Rejection("indicator_unknown", "indicator"), row.Rejection);
    }

    private static string? Rejection(string column, Cell cell) => Rejection((column, cell));

    private static string? Rejection(params (string Column, Cell Cell)[] replaced)
    {
        var row = new ContractRow(Applications.Columns, new Pseudonyms(new byte[32]), new DistrictCodes(Territories.Shipped));
        Take(row, replaced);
        return row.Rejection?.Rule;
    }

    private static FactWriter Take(ContractRow row, params (string Column, Cell Cell)[] replaced)
    {
        var cells = new Dictionary<string, Cell>(Valid);
        foreach (var (column, cell) in replaced)
        {
            cells[column] = cell;
        }

        var fact = new FactWriter();
        row.Next([.. Applications.Columns.Select(column => cells[column.Name])]);
        Applications.Apply(row, fact);
        return fact;
    }

    private static Cell Text(string text) => new(CellKind.Text, 0, text);
}
