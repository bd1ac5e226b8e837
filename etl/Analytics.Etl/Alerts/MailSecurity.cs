namespace Analytics.Etl.Alerts;

/// <summary>How the way to the mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>Not at all; a password is then only sent to this machine.</summary>
    None = 1,

    /// <summary>TLS is asked for in the conversation and required.</summary>
    Starttls = 2,

    /// <summary>TLS from the first byte.</summary>
    Tls = 3,
}
