using Microsoft.Extensions.Options;

namespace Analytics.Etl.Alerts.Channels;

/// <summary>The channels of the configuration: every recipient of mail, every webhook.</summary>
public sealed class AlertChannels : IDisposable
{
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { Timeout = TimeSpan.FromSeconds(10) };

    public AlertChannels(IOptions<AlertOptions> configured, TimeProvider clock)
    {
        var options = configured.Value;
        All =
        [
            .. (options.Mail.Host is null ? [] : options.Mail.To).Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(recipient => (IAlertChannel)new MailChannel(options.Mail, recipient, options.Dashboard)),
            .. options.Webhooks.Distinct(StringComparer.Ordinal).Select(address => new WebhookChannel(new Uri(address), options, http, clock)),
        ];
        TellsResolved = options.Resolved;
    }

    public IReadOnlyList<IAlertChannel> All { get; }

    /// <summary>True when a channel is also told that a cause is gone.</summary>
    public bool TellsResolved { get; }

    public void Dispose() => http.Dispose();
}
