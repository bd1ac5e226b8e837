using Analytics.Etl.Alerts;
using Analytics.Warehouse.Control;

namespace Analytics.UnitTests.Etl.Alerts;

public sealed class AlertMailTests
{
    private static readonly MailOptions Russian = new() { Host = "localhost", From = "analytics@example.kz", Language = "ru" };

    [Fact]
    public void No_number_of_a_person_no_markup_and_no_header_comes_in_by_a_message()
    {
        var alert = new AlertRow
        {
            Id = 1, Kind = AlertKind.UnitFailed, Cause = "social/benefit_payments/2020-01", OpenedAt = new DateTimeOffset(2026, 11, 23, 21, 30, 0, TimeSpan.Zero),
            Message = "890101300123 <b>bad</b>\r\nBcc: somebody@example.kz",
        };

        var mail = AlertMail.Write(new AlertDigest([alert], []), Russian, "operator@example.kz", "https://board.example.kz/");

        Assert.Equal("Analytics: 1 новое событие", mail.Subject);
        Assert.Empty(mail.Bcc);
        Assert.Contains("С 24.11.2026 02:30. […] <b>bad</b>", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;bad", mail.HtmlBody, StringComparison.Ordinal);
        Assert.EndsWith("Подробнее – на странице загрузок: https://board.example.kz/data", mail.TextBody!.Trim(), StringComparison.Ordinal);
    }

    [Fact]
    public void More_than_fifty_causes_are_counted()
    {
        var alerts = Enumerable.Range(1, 61).Select(id => new AlertRow { Id = id, Kind = AlertKind.Drift, Cause = $"a/b/{id}" }).ToList();

        var text = AlertMail.Write(new AlertDigest(alerts, []), Russian, "operator@example.kz", null).TextBody;

        Assert.Contains("и ещё 11", text, StringComparison.Ordinal);
        Assert.DoesNotContain("a/b/51", text, StringComparison.Ordinal);
    }
}
