using Analytics.Dashboard.Pages;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Analytics.UnitTests.Dashboard.Pages;

public sealed class PageQueryReaderTests
{
    private static readonly Period Latest = Period.ToDate(2025, 9);

    [Fact]
    public void An_address_without_a_question_shows_the_latest_months() =>
        Assert.Equal(new PageQuery(Latest, Category.All, AidKind.All, Boundaries.AsReported, false, null, false, null), Read("", out _));

    [Fact]
    public void A_state_is_read_back_from_its_own_address()
    {
        var query = new PageQuery(Period.OfQuarter(2020, 2), Category.LowIncome, AidKind.Conditional, Boundaries.Common, true, "families", true, "persons");
        var link = query.Link("/coverage", Language.Kazakh);

        Assert.Equal("/coverage?period=2020Q2&category=low_income&aid=conditional&boundaries=common&language=kk&incomparable=show&sort=families&order=asc&chart=persons", link);
        Assert.Equal(query, Read(link[link.IndexOf('?', StringComparison.Ordinal)..], out _));
    }

    [Theory]
    [InlineData("?period=20", "period", "20")]
    [InlineData("?category=rich", "category", "rich")]
    [InlineData("?aid=food", "aid", "food")]
    [InlineData("?order=up", "order", "up")]
    [InlineData("?kiosk=yes", "kiosk", "yes")]
    [InlineData("?language=de", "language", "de")]
    [InlineData("?category=rich&aid=food", "category", "rich")]
    public void The_first_wrong_parameter_is_named_and_never_replaced_by_a_default(string address, string name, string value)
    {
        Assert.Null(Read(address, out var wrong));
        Assert.Equal((name, value), (wrong!.Name, wrong.Value));
        Assert.NotEmpty(wrong.Allowed);
    }

    [Fact]
    public void An_empty_parameter_is_one_that_is_not_given() => Assert.Equal(Latest, Read("?period=", out _)?.Period);

    [Theory]
    [InlineData("?year=2020&part=", "2020")]
    [InlineData("?year=2020&part=Q2", "2020Q2")]
    [InlineData("?year=2020&part=-01..06", "2020-01..06")]
    [InlineData("?year=2020", "2020")]
    [InlineData("?period=2020", null)]
    public void The_form_sends_the_period_in_two_parts(string address, string? code) =>
        Assert.Equal(code, PageQueryReader.PeriodOfForm(Query(address)));

    private static PageQuery? Read(string address, out WrongParameter? wrong) => PageQueryReader.Read(Query(address), Latest, out wrong);

    private static QueryCollection Query(string address) => new(QueryHelpers.ParseQuery(address));
}
