using Analytics.Etl.Alerts;

namespace Analytics.UnitTests.Etl.Alerts;

public sealed class AlertOptionsTests
{
    private static readonly AlertOptionsValidator Validator = new();

    [Fact]
    public void Nothing_configured_is_right() => Assert.True(Validator.Validate(null, new AlertOptions()).Succeeded);

    [Theory]
    [InlineData("https://hooks.example.kz/x", true)]
    [InlineData("http://127.0.0.1:9000/x", true)]
    [InlineData("http://localhost/x", true)]
    [InlineData("http://chat.akimat.local/x", true)]
    [InlineData("http://example.kz/x", false)]
    [InlineData("https://user:password@example.kz/x", false)]
    [InlineData("ftp://127.0.0.1/x", false)]
    [InlineData("file:///etc/passwd", false)]
    [InlineData("somewhere", false)]
    public void A_webhook_goes_by_https_or_to_hosts_that_are_named(string address, bool allowed) =>
        Assert.Equal(allowed, Validator.Validate(null, new AlertOptions { Webhooks = [address], WebhookHosts = ["chat.akimat.local"] }).Succeeded);

    [Theory]
    [InlineData("mail.example.kz", "analytics@example.kz", "operator@example.kz", "ru", null, "")]
    [InlineData("mail.example.kz", "nobody", "operator@example.kz", "ru", null, "Alerts:Mail:From")]
    [InlineData("mail.example.kz", "analytics@example.kz", "oops", "ru", null, "Alerts:Mail:To holds oops")]
    [InlineData("mail.example.kz", "analytics@example.kz", "operator@example.kz", "de", null, "give ru, kk or en")]
    [InlineData("mail.example.kz", "analytics@example.kz", "operator@example.kz", "ru", "somebody", "would cross the network in clear")]
    [InlineData("127.0.0.1", "analytics@example.kz", "operator@example.kz", "ru", "somebody", "")]
    public void What_is_wrong_with_mail_is_told_by_its_setting(string host, string from, string to, string language, string? user, string told)
    {
        var options = new AlertOptions { Mail = new MailOptions { Host = host, From = from, To = [to], Language = language, User = user, Security = MailSecurity.None } };

        var result = Validator.Validate(null, options);

        Assert.Equal(told.Length == 0, result.Succeeded);
        Assert.Contains(told, result.FailureMessage ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(1000, 360)]
    public void Pauses_between_attempts_grow_to_six_hours(long attempts, double minutes) =>
        Assert.Equal(minutes, AlertDelivery.PauseAfter(attempts).TotalMinutes);
}
