namespace Analytics.Etl.Alerts;

/// <summary>Where alerts go (section <c>Alerts</c>). Without a mail host and without webhooks they are only shown.</summary>
public sealed class AlertOptions
{
    public MailOptions Mail { get; set; } = new();

    /// <summary>Addresses that get alerts as JSON: https, or http on this machine and on <see cref="WebhookHosts"/>.</summary>
    public List<string> Webhooks { get; set; } = [];

    /// <summary>Hosts of the office's own network to which a webhook may go by plain http.</summary>
    public List<string> WebhookHosts { get; set; } = [];

    /// <summary>File with the secret by which webhooks are signed; null for no signature.</summary>
    public string? WebhookSecretFile { get; set; }

    /// <summary>The secret itself, for the environment.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>False to say nothing when the cause of an alert is gone.</summary>
    public bool Resolved { get; set; } = true;

    /// <summary>Address of the dashboard as its readers type it, for the link in a mail; null for none.</summary>
    public string? Dashboard { get; set; }
}
