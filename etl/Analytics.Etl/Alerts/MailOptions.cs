namespace Analytics.Etl.Alerts;

/// <summary>The mail server and who gets mail (section <c>Alerts:Mail</c>).</summary>
public sealed class MailOptions
{
    /// <summary>Host of the mail server; null for no mail.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; } = MailSecurity.Starttls;

    /// <summary>Account at the mail server; null for none.</summary>
    public string? User { get; set; }

    /// <summary>File with the account's password.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>The password itself, for the environment.</summary>
    public string? Password { get; set; }

    /// <summary>Sender: <c>analytics@example.kz</c> or <c>Analytics &lt;analytics@example.kz&gt;</c>.</summary>
    public string From { get; set; } = "";

    /// <summary>Recipients; each gets a mail of their own.</summary>
    public List<string> To { get; set; } = [];

    /// <summary><c>ru</c>, <c>kk</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "ru";
}
