using System.Net;
using Analytics.Warehouse.Texts;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Analytics.Etl.Alerts;

/// <summary>Tells at the start what is wrong in the section <c>Alerts</c>.</summary>
public sealed class AlertOptionsValidator : IValidateOptions<AlertOptions>
{
    public ValidateOptionsResult Validate(string? name, AlertOptions options)
    {
        var wrong = (options.Mail.Host is null ? [] : Mail(options.Mail)).Concat(Webhooks(options)).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    /// <summary>True for addresses to which an alert may go.</summary>
    internal static bool IsAllowed(Uri address, AlertOptions options) => address.UserInfo.Length == 0 && (address.Scheme == Uri.UriSchemeHttps
        || (address.Scheme == Uri.UriSchemeHttp && (IsThisMachine(address.Host) || options.WebhookHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase))));

    private static IEnumerable<string> Mail(MailOptions mail)
    {
        if (mail.Port is < 1 or > 65535)
        {
            yield return $"Alerts:Mail:Port is {mail.Port}; give a number from 1 to 65535, usually 587, or 465 with Security tls.";
        }

        if (!IsAddress(mail.From))
        {
            yield return "Alerts:Mail:From is no mail address; give for example analytics@example.kz.";
        }

        if (mail.To.Count == 0)
        {
            yield return "Alerts:Mail:To is empty; give the addresses that get alerts, or remove Alerts:Mail:Host.";
        }

        foreach (var recipient in mail.To.Where(recipient => !IsAddress(recipient)))
        {
            yield return $"Alerts:Mail:To holds {recipient}, which is no mail address.";
        }

        if (Language.Find(mail.Language) is null)
        {
            yield return $"Alerts:Mail:Language is {mail.Language}; give ru, kk or en.";
        }

        if (mail.PasswordFile is { } file && !File.Exists(file))
        {
            yield return $"Alerts:Mail:PasswordFile names {file}, which does not exist.";
        }

        if (mail is { User: not null, Security: MailSecurity.None } && !IsThisMachine(mail.Host!))
        {
            yield return "Alerts:Mail:Security is none, so the password would cross the network in clear; set starttls or tls.";
        }
    }

    private static IEnumerable<string> Webhooks(AlertOptions options)
    {
        // An address may hold a secret, so it is told by its position.
        for (var position = 0; position < options.Webhooks.Count; position++)
        {
            if (!Uri.TryCreate(options.Webhooks[position], UriKind.Absolute, out var address) || !IsAllowed(address, options))
            {
                yield return $"Alerts:Webhooks:{position} is refused; give an https address without a user, or name its host in Alerts:WebhookHosts for http.";
            }
        }

        if (options.WebhookSecretFile is { } file && !File.Exists(file))
        {
            yield return $"Alerts:WebhookSecretFile names {file}, which does not exist.";
        }
    }

    private static bool IsAddress(string text) => MailboxAddress.TryParse(text, out var address) && address.Address.Contains('@', StringComparison.Ordinal);

    private static bool IsThisMachine(string host) => host == "localhost" || (IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address));
}
