using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Analytics.Etl.Privacy;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Etl.Alerts.Channels;

/// <summary>An address that takes alerts as JSON, signed when there is a secret. Redirections are not followed: the address is the one that was allowed.</summary>
public sealed class WebhookChannel(Uri address, AlertOptions options, HttpClient http, TimeProvider clock) : IAlertChannel
{
    /// <summary>Header with <c>sha256=</c> and the HMAC-SHA256 of the body in hexadecimal digits.</summary>
    public const string SignatureHeader = "X-Analytics-Signature";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
    };

    // The path may hold a secret: a short hash tells two addresses of one host apart.
    public string Name { get; } = $"webhook:{address.Host}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(address.AbsoluteUri))[..4])}";

    public async Task SendAsync(AlertDigest digest, CancellationToken cancellationToken)
    {
        var language = Language.Find(options.Mail.Language) ?? Language.Russian;
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                product = "analytics",
                test = digest.IsTest,
                sentAt = clock.GetUtcNow(),
                text = AlertMail.Subject(digest, language) + "\n" + AlertMail.Text(digest, language, options.Dashboard).ReplaceLineEndings("\n"),
                opened = digest.Opened.Select(Shape),
                resolved = digest.Resolved.Select(Shape),
            },
            Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json") { CharSet = "utf-8" };
        if (await SecretAsync(cancellationToken) is { } secret)
        {
            request.Headers.Add(SignatureHeader, "sha256=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body)));
        }

        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                var redirected = (int)response.StatusCode is >= 300 and < 400 ? "; redirections are not followed, name the address itself" : "";
                throw new AlertDeliveryException(string.Create(
                    CultureInfo.InvariantCulture, $"The webhook {Name} was not taken: it answered {(int)response.StatusCode}{redirected}. Check the section Alerts:Webhooks."));
            }
        }
        catch (Exception exception) when (exception is HttpRequestException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw Unreached(exception is HttpRequestException ? exception.Message : "no answer in time", exception);
        }
    }

    public async Task<string> ProbeAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Dns.GetHostAddressesAsync(address.Host, cancellationToken);
            return "its host is known; nothing was sent";
        }
        catch (SocketException exception)
        {
            throw Unreached(exception.Message, exception);
        }
    }

    private AlertDeliveryException Unreached(string reason, Exception inner) =>
        new($"The webhook {Name} cannot be reached: {reason.ReplaceLineEndings(" ").TrimEnd('.')}. Check the section Alerts:Webhooks.", inner);

    private async Task<string?> SecretAsync(CancellationToken cancellationToken) =>
        options.WebhookSecretFile is { } file ? (await File.ReadAllTextAsync(file, cancellationToken)).Trim() : options.WebhookSecret;

    private static object Shape(AlertRow alert) => new
    {
        id = alert.Id,
        kind = alert.Kind.Code(),
        cause = alert.Cause,
        message = PersonalNumbers.Remove(alert.Message),
        openedAt = alert.OpenedAt,
        lastSeenAt = alert.LastSeenAt,
        timesSeen = alert.TimesSeen,
        closedAt = alert.ClosedAt,
    };
}
