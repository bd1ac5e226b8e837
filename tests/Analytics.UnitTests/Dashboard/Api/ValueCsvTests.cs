using System.Globalization;
using System.Text;
using Analytics.Dashboard.Api;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.UnitTests.Dashboard.Api;

public sealed class ValueCsvTests
{
    private static readonly Indicator ApprovalRate = IndicatorCatalogue.Get("grant_approval_rate");

    private static readonly IndicatorValue Approved = new(
        ApprovalRate,
        Territories.Shipped.Region,
        new Figure(ValueState.Measured, 875, 1_060, 82.5m),
        LastYear: new Figure(ValueState.Measured, 85, 100, 85),
        Change: new Change(null, null, -2.5m, null),
        Previous: null,
        ChangeFromPrevious: null,
        Target: null,
        Notes: ["boundary_changed", "break_model_2020"]);

    [Fact]
    public void It_begins_with_the_mark_by_which_Excel_knows_UTF8() => Assert.Equal(new byte[] { 0xEF, 0xBB, 0xBF }, ValueCsv.Write(Answer(Approved))[..3]);

    [Fact]
    public void A_line_holds_unrounded_numbers_with_a_point() => Assert.Equal(
        "grant_approval_rate,vko,2020,all,all,as_reported,measured,875,1060,82.5,measured,85,measured,,,-2.5,boundary_changed break_model_2020,7,internal",
        Lines(Approved)[1]);

    [Fact]
    public void An_absent_figure_leaves_its_numbers_empty() => Assert.Equal(
        "grant_approval_rate,vko,2020,all,all,as_reported,not_reported,,,,,,,,,,,7,internal",
        Lines(Approved with { Figure = Figure.Absent(ValueState.NotReported), LastYear = null, Change = null, Notes = [] })[1]);

    [Fact]
    public void Every_line_has_as_many_cells_as_the_head() => Assert.All(
        Lines(Approved), line => Assert.Equal(19, line.Split(',').Length));

    [Fact]
    public void Numbers_are_written_alike_whatever_the_machines_language_is()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ru-RU");
        try
        {
            Assert.Contains(",82.5,", Lines(Approved)[1], StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    // A spreadsheet runs what begins with = + - @ or a tab. Texts are codes of the program's own; only numbers may begin with a minus.
    [Fact]
    public void No_text_that_can_be_written_is_a_formula()
    {
        var texts = IndicatorCatalogue.All.Select(indicator => indicator.Code)
            .Concat(Territories.Shipped.All.Select(territory => territory.Slug))
            .Concat(Codes.All<Category>()).Concat(Codes.All<AidKind>()).Concat(Codes.All<Boundaries>()).Concat(Codes.All<ValueState>())
            .Concat(SeriesBreak.All.Select(broken => broken.Note));

        Assert.All(texts, text => Assert.Matches("^[a-z][a-z0-9_-]*$", text));
        Assert.All(Lines(Approved).Skip(1), line => Assert.All(line.Split(','), cell => Assert.True(
            cell.Length == 0 || char.IsAsciiLetterLower(cell[0]) || decimal.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))));
    }

    private static IndicatorAnswer Answer(IndicatorValue value) => new(
        new IndicatorQuery([value.Indicator], [value.Territory], Period.OfYear(2020)),
        new Publication(7, new DateTimeOffset(2021, 7, 1, 9, 0, 0, TimeSpan.Zero), null, new Dictionary<string, MonthRange>(), []),
        [value]);

    private static string[] Lines(IndicatorValue value) =>
        Encoding.UTF8.GetString(ValueCsv.Write(Answer(value))[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
