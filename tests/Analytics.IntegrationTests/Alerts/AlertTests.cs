using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Analytics.Etl.Alerts;
using Analytics.Etl.Alerts.Channels;
using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.IntegrationTests.Servers;
using Analytics.IntegrationTests.Worlds;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;

namespace Analytics.IntegrationTests.Alerts;

/// <summary>One message a cause, by a real mail server and a real listener.</summary>
public sealed class AlertTests(SharedEngine engine, PostgresCluster postgres) : SmallWorldTests(engine, postgres)
{
    private readonly FakeTimeProvider clock = new(new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_unit_that_fails_five_times_is_one_mail_without_anybodys_number_and_one_more_when_it_is_good_again()
    {
        await using var mail = await new MailServer().StartAsync();
        var source = await PaymentsAsync(SourceKind.Sqlite);
        await source.PayAsync(1, "2020-01-01", "890101300123", -5, Token);
        await source.PayAsync(2, "2020-01-01", "890101300124", 100, Token, category: "890101300125");
        var world = await WorldAsync(Mail(mail, "kk", "operator@example.kz"), clock, source);

        for (var time = 1; time <= 5; time++)
        {
            Assert.Equal(LoadOutcome.Failed, Assert.Single(await world.LoadAsync(Token)).Outcome);
            Assert.Empty(await DeliverAsync(world));
            clock.Advance(TimeSpan.FromMinutes(10));
        }

        var told = Assert.Single(mail.Taken);
        Assert.Equal("Analytics: 1 жаңа оқиға", told.Subject);
        Assert.Contains("=?utf-8?", Encoding.ASCII.GetString(told.Headers.Single(header => header.Id == MimeKit.HeaderId.Subject).RawValue), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Карантинде тым көп жол бар: social/benefit_payments/2020-01", told.TextBody, StringComparison.Ordinal);
        Assert.Contains("2 of 2 rows were rejected", told.HtmlBody, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9]{12}", told.TextBody + told.HtmlBody);
        var open = Assert.Single(await OpenAsync(world));
        Assert.Equal((AlertKind.QuarantineThreshold, 5L), (open.Kind, open.TimesSeen));

        await source.ExecuteAsync("UPDATE payment SET assigned_tiyn = 5, paid_tiyn = 5, category = 'low_income'", Token);
        await world.LoadAsync(Token);
        await DeliverAsync(world);
        await DeliverAsync(world);

        Assert.Empty(await OpenAsync(world));
        Assert.Equal(["Analytics: 1 жаңа оқиға", "Analytics: 1 оқиға аяқталды"], mail.Taken.Select(message => message.Subject));
    }

    [Fact]
    public async Task Two_causes_of_one_minute_are_one_mail_and_one_signed_webhook_and_a_redirection_is_refused()
    {
        await using var mail = await new MailServer().StartAsync();
        await using var hook = await WebhookServer.StartAsync();
        var world = await WorldAsync(
            [.. Mail(mail, "ru", "operator@example.kz"), new("Alerts:Webhooks:0", hook.Address + "/take"), new("Alerts:Webhooks:1", hook.Address + "/moved"), new("Alerts:WebhookSecret", "key")], clock);
        var alerts = world.Get<AlertLedger>();
        await alerts.RaiseAsync(AlertKind.UnitFailed, "social/benefit_payments/2020-01", "one", Token);
        await alerts.RaiseAsync(AlertKind.DiskLow, "disk", "two\r\nBcc: somebody@example.kz", Token);

        var error = Assert.Single(await DeliverAsync(world));

        Assert.Contains("answered 307; redirections are not followed", error, StringComparison.Ordinal);
        Assert.Equal("Analytics: 2 новых события", Assert.Single(mail.Taken).Subject);
        var (body, signature) = Assert.Single(hook.Taken);
        Assert.Equal("sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes(body))), signature);
        using var json = JsonDocument.Parse(body);
        Assert.Equal(["unit_failed", "disk_low"], json.RootElement.GetProperty("opened").EnumerateArray().Select(alert => alert.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task What_a_mail_server_that_is_down_did_not_take_it_gets_once_when_it_is_back()
    {
        await using var mail = new MailServer();
        var world = await WorldAsync(Mail(mail, "ru", "operator@example.kz"), clock);
        await world.Get<AlertLedger>().RaiseAsync(AlertKind.UnitFailed, "social/benefit_payments/2020-01", "one", Token);

        Assert.Contains("was not taken", Assert.Single(await DeliverAsync(world)), StringComparison.Ordinal);
        await mail.StartAsync();
        Assert.Empty(await DeliverAsync(world));
        Assert.Empty(mail.Taken);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Empty(await DeliverAsync(world));
        clock.Advance(TimeSpan.FromDays(1));
        Assert.Empty(await DeliverAsync(world));

        Assert.Single(mail.Taken);
    }

    [Fact]
    public async Task A_recipient_who_is_refused_keeps_nothing_from_the_others_and_a_wrong_password_is_told()
    {
        await using var mail = await new MailServer().StartAsync();
        var world = await WorldAsync(Mail(mail, "ru", "refused@example.kz", "operator@example.kz"), clock);
        await world.Get<AlertLedger>().RaiseAsync(AlertKind.UnitFailed, "social/benefit_payments/2020-01", "one", Token);

        Assert.Contains("Nobody of that name here", Assert.Single(await DeliverAsync(world)), StringComparison.Ordinal);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Single(await DeliverAsync(world));

        Assert.Equal("operator@example.kz", Assert.Single(mail.Taken).Headers["X-Recipient"]);
        await using var context = await world.Get<ControlDatabase>().OpenAsync(Token);
        var kept = await context.AlertDeliveries.SingleAsync(row => row.NotifiedAt == null, Token);
        Assert.Equal(("mail:refused@example.kz", 2), (kept.Channel, kept.Attempts));
        Assert.Contains("Nobody of that name here", kept.Error, StringComparison.Ordinal);

        var stranger = await WorldAsync([.. Mail(mail, "ru", "operator@example.kz"), new("Alerts:Mail:User", "analytics"), new("Alerts:Mail:Password", "wrong")], clock);
        var known = await WorldAsync([.. Mail(mail, "ru", "operator@example.kz"), new("Alerts:Mail:User", "analytics"), new("Alerts:Mail:Password", "right")], clock);
        Assert.Contains("535", (await Assert.ThrowsAsync<AlertDeliveryException>(() => stranger.Get<AlertChannels>().All[0].ProbeAsync(Token))).Message, StringComparison.Ordinal);
        Assert.EndsWith("answers and knows the account", await known.Get<AlertChannels>().All[0].ProbeAsync(Token), StringComparison.Ordinal);
        Assert.Single(mail.Taken);
    }

    [Fact]
    public async Task A_source_that_is_away_is_one_alert_and_not_one_for_each_of_its_units()
    {
        var source = await (await PaymentsAsync(SourceKind.Sqlite)).WithEventsAsync(Token);
        await source.PayAsync(1, "2020-01-01", "A-1", 100, Token);
        await source.PayAsync(2, "2020-02-01", "A-1", 100, Token);
        var world = await WorldAsync([], clock, source);
        await world.LoadAndPublishAsync(Token);
        var file = source.ConnectionString.Split('=', ';')[1];
        File.Move(file, file + ".away");

        await world.FindDueAsync(Token);
        await world.LoadUnitAsync("social/benefit_payments/2020-01", Token);
        await world.LoadUnitAsync("social/benefit_payments/2020-02", Token);
        Assert.Equal("source_unreachable social", Told(Assert.Single(await OpenAsync(world))));

        clock.Advance(TimeSpan.FromHours(27));
        await world.Get<Freshness>().CheckAsync(Token);
        Assert.Equal(["source_unreachable social", "stale social"], (await OpenAsync(world)).Select(Told));

        File.Move(file + ".away", file);
        await world.LoadAsync(Token);
        await world.Get<Freshness>().CheckAsync(Token);
        Assert.Empty(await OpenAsync(world));
        Assert.All(await world.Get<SourceChecks>().AllAsync(Token), check => Assert.Equal((clock.GetUtcNow(), CheckOutcome.Compared), (check.ComparedAt, check.Outcome)));
    }

    [Fact]
    public async Task A_mapping_that_breaks_is_one_alert_of_its_table()
    {
        var source = await (await PaymentsAsync(SourceKind.Postgresql)).WithEventsAsync(Token);
        await source.PayAsync(1, "2020-01-01", "A-1", 100, Token);
        await source.ExecuteAsync("INSERT INTO event VALUES (1, '2020-05-01', '631000000', 'Job fair', 30)", Token);
        var world = await WorldAsync([], clock, source);
        await world.LoadAndPublishAsync(Token);

        await source.ExecuteAsync("ALTER TABLE payment DROP COLUMN paid_tiyn", Token);
        await world.FindDueAsync(Token);
        await world.LoadUnitAsync("social/benefit_payments/2020-01", Token);

        Assert.Equal("contract_broken social/benefit_payments", Told(Assert.Single(await OpenAsync(world))));
    }

    [Fact]
    public async Task A_cause_that_two_processes_see_at_once_is_one_alert_and_one_that_comes_back_is_a_new_one()
    {
        var world = await WorldAsync([], clock);
        var alerts = world.Get<AlertLedger>();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => alerts.RaiseAsync(AlertKind.UnitFailed, "a/b/2020", "one", Token), Token)));
        var first = Assert.Single(await OpenAsync(world));
        await alerts.ResolveAsync([AlertKind.UnitFailed], "a/b/2020", Token);
        await alerts.RaiseAsync(AlertKind.UnitFailed, "a/b/2020", "two", Token);

        Assert.Equal(20, first.TimesSeen);
        Assert.NotEqual(first.Id, Assert.Single(await OpenAsync(world)).Id);
        Assert.Equal(2, (await alerts.NewestAsync(10, Token)).Count);
    }

    private static IReadOnlyList<KeyValuePair<string, string?>> Mail(MailServer mail, string language, params string[] recipients) =>
    [
        new("Alerts:Mail:Host", "127.0.0.1"),
        new("Alerts:Mail:Port", mail.Port.ToString(CultureInfo.InvariantCulture)),
        new("Alerts:Mail:Security", "none"),
        new("Alerts:Mail:From", "Analytics <analytics@example.kz>"),
        new("Alerts:Mail:Language", language),
        .. recipients.Select((recipient, position) => new KeyValuePair<string, string?>($"Alerts:Mail:To:{position}", recipient)),
    ];

    private static Task<IReadOnlyList<string>> DeliverAsync(World world) => world.Get<AlertDelivery>().RunAsync(Token);

    private static Task<IReadOnlyList<AlertRow>> OpenAsync(World world) => world.Get<AlertLedger>().OpenAsync(Token);

    private static string Told(AlertRow alert) => $"{Warehouse.Indicators.Codes.Code(alert.Kind)} {alert.Cause}";
}
