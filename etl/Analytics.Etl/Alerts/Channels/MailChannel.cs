using System.Globalization;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Analytics.Etl.Alerts.Channels;

/// <summary>One recipient of mail. Each has a mail of their own, so that one who is refused keeps nothing from the others.</summary>
public sealed class MailChannel(MailOptions options, string recipient, string? dashboard) : IAlertChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Name => $"mail:{recipient}";

    public Task SendAsync(AlertDigest digest, CancellationToken cancellationToken) => ConverseAsync(
        async (client, token) =>
        {
            await client.SendAsync(AlertMail.Write(digest, options, recipient, dashboard), token);
            return "";
        },
        cancellationToken);

    public Task<string> ProbeAsync(CancellationToken cancellationToken) => ConverseAsync(
        async (client, token) =>
        {
            await client.NoOpAsync(token);
            return string.Create(CultureInfo.InvariantCulture, $"mail server {options.Host}:{options.Port} answers{(client.IsSecure ? " with TLS" : "")}{(client.IsAuthenticated ? " and knows the account" : "")}");
        },
        cancellationToken);

    private async Task<string> ConverseAsync(Func<SmtpClient, CancellationToken, Task<string>> talk, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        using var client = new SmtpClient
        {
            // In the office's closed network the lists of revoked certificates cannot be reached.
            CheckCertificateRevocation = false,
        };
        try
        {
            await client.ConnectAsync(options.Host!, options.Port, Security(options.Security), patience.Token);
            if (options.User is not null)
            {
                await client.AuthenticateAsync(options.User, await PasswordAsync(patience.Token), patience.Token);
            }

            var answer = await talk(client, patience.Token);
            await QuitAsync(client, patience.Token);
            return answer;
        }
        catch (Exception exception) when (IsOfTheWay(exception) || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            var reply = exception is OperationCanceledException ? $"no answer within {Patience.TotalSeconds:0} seconds" : exception.Message.ReplaceLineEndings(" ").TrimEnd('.');
            throw new AlertDeliveryException(string.Create(
                CultureInfo.InvariantCulture, $"Mail to {recipient} by {options.Host}:{options.Port} was not taken: {reply}. Check the section Alerts:Mail."), exception);
        }
    }

    // The message has been taken; a server that hangs up before the farewell takes nothing back.
    private static async Task QuitAsync(SmtpClient client, CancellationToken cancellationToken)
    {
        try
        {
            await client.DisconnectAsync(quit: true, cancellationToken);
        }
        catch (Exception exception) when (IsOfTheWay(exception) || exception is OperationCanceledException)
        {
        }
    }

    private static bool IsOfTheWay(Exception exception) =>
        exception is CommandException or ProtocolException or AuthenticationException or SslHandshakeException or SocketException or IOException
            or NotSupportedException or InvalidOperationException or TimeoutException;

    private async Task<string> PasswordAsync(CancellationToken cancellationToken) =>
        options.PasswordFile is { } file ? (await File.ReadAllTextAsync(file, cancellationToken)).Trim() : options.Password ?? "";

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.Starttls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}
