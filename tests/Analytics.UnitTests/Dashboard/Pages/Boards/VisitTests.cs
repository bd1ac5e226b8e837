using Analytics.Dashboard.Pages.Boards;

namespace Analytics.UnitTests.Dashboard.Pages.Boards;

public sealed class VisitTests
{
    private static readonly DateTimeOffset Nine = new(2026, 5, 14, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Pages_within_half_an_hour_are_one_visit_that_keeps_what_was_seen_before_it()
    {
        var visit = new Visit(7, Nine.AddDays(-7), 12, Nine).Next(13, Nine.AddMinutes(30));

        Assert.Equal(new Visit(7, Nine.AddDays(-7), 13, Nine.AddMinutes(30)), visit);
    }

    [Fact]
    public void After_a_longer_pause_what_was_seen_last_is_what_the_page_is_compared_with() =>
        Assert.Equal(new Visit(12, Nine, 15, Nine.AddMinutes(31)), new Visit(7, Nine.AddDays(-7), 12, Nine).Next(15, Nine.AddMinutes(31)));

    [Fact]
    public void A_visit_is_read_back_from_its_cookie()
    {
        Assert.Equal(new Visit(7, Nine.AddDays(-7), 12, Nine), Visit.Parse(new Visit(7, Nine.AddDays(-7), 12, Nine).ToString()));
        Assert.Equal(new Visit(null, null, 12, Nine), Visit.Parse(new Visit(null, null, 12, Nine).ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1.2.3")]
    [InlineData("1.2.3.4.5")]
    [InlineData("1.2.x.4")]
    [InlineData("-1.2.3.4")]
    [InlineData("1.9223372036854775807.3.4")]
    [InlineData("1.2.99999999999999999999.4")]
    [InlineData("0.0.0.0")]
    public void A_cookie_that_cannot_be_read_is_a_first_visit(string? cookie) => Assert.Null(Visit.Parse(cookie));
}
