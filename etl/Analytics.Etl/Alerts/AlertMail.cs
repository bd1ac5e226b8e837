using System.Net;
using System.Text;
using Analytics.Etl.Privacy;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Texts;
using MimeKit;
using MimeKit.Utils;

namespace Analytics.Etl.Alerts;

/// <summary>A digest as a mail: plain text, and the same as simple HTML. Pure but for the mail's own number.</summary>
public static class AlertMail
{
    /// <summary>More lines than these are counted, not listed.</summary>
    private const int Listed = 50;

    private static readonly TimeZoneInfo Office = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty");

    public static MimeMessage Write(AlertDigest digest, MailOptions mail, string recipient, string? dashboard)
    {
        var language = Language.Find(mail.Language) ?? Language.Russian;
        var from = MailboxAddress.Parse(mail.From);
        var message = new MimeMessage { Subject = Subject(digest, language), MessageId = MimeUtils.GenerateMessageId(from.Domain) };
        message.From.Add(from);
        message.To.Add(MailboxAddress.Parse(recipient));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Body = new BodyBuilder { TextBody = Text(digest, language, dashboard), HtmlBody = Html(digest, language, dashboard) }.ToMessageBody();
        return message;
    }

    /// <summary>One line: <c>Analytics: 2 новых события</c>.</summary>
    public static string Subject(AlertDigest digest, Language language)
    {
        var subject = digest switch
        {
            { IsTest: true } => language.Alert("subject.test"),
            { Opened.Count: 0 } => language.AlertCount("subject.resolved", digest.Resolved.Count),
            _ => language.AlertCount("subject.opened", digest.Opened.Count),
        };
        return string.Concat(subject.Select(letter => char.IsControl(letter) ? ' ' : letter));
    }

    public static string Text(AlertDigest digest, Language language, string? dashboard)
    {
        var text = new StringBuilder();
        foreach (var (heading, lines) in Parts(digest, language))
        {
            text.Append(heading).Append("\r\n\r\n");
            foreach (var (what, details) in lines)
            {
                text.Append("* ").Append(what).Append("\r\n  ").Append(details).Append("\r\n\r\n");
            }
        }

        return text.Append(Where(language, dashboard)).Append("\r\n").ToString();
    }

    private static string Html(AlertDigest digest, Language language, string? dashboard)
    {
        var html = new StringBuilder($"<!DOCTYPE html><html lang=\"{language.Code}\"><body>");
        foreach (var (heading, lines) in Parts(digest, language))
        {
            html.Append("<h2>").Append(WebUtility.HtmlEncode(heading)).Append("</h2><ul>");
            foreach (var (what, details) in lines)
            {
                html.Append("<li><strong>").Append(WebUtility.HtmlEncode(what)).Append("</strong><br>").Append(WebUtility.HtmlEncode(details)).Append("</li>");
            }

            html.Append("</ul>");
        }

        return html.Append("<p>").Append(WebUtility.HtmlEncode(Where(language, dashboard))).Append("</p></body></html>").ToString();
    }

    private static IEnumerable<(string Heading, IReadOnlyList<(string What, string Details)> Lines)> Parts(AlertDigest digest, Language language)
    {
        if (digest.IsTest)
        {
            yield return (language.Alert("test"), []);
        }

        if (digest.Opened.Count > 0)
        {
            yield return (language.Alert("opened"), Lines(digest.Opened, alert => language.Alert("since", Moment(alert.OpenedAt, language), alert.Message), language));
        }

        if (digest.Resolved.Count > 0)
        {
            yield return (
                language.Alert("resolved"),
                Lines(digest.Resolved, alert => language.Alert("from_to", Moment(alert.OpenedAt, language), Moment(alert.ClosedAt ?? alert.LastSeenAt, language)), language));
        }
    }

    private static List<(string, string)> Lines(IReadOnlyList<AlertRow> alerts, Func<AlertRow, string> details, Language language)
    {
        var lines = alerts.Take(Listed).Select(alert => ($"{language.Name(alert.Kind)}: {alert.Cause}", PersonalNumbers.Remove(details(alert)))).ToList();
        if (alerts.Count > Listed)
        {
            lines.Add((language.AlertCount("more", alerts.Count - Listed), ""));
        }

        return lines;
    }

    private static string Where(Language language, string? dashboard) => dashboard is null
        ? language.Alert("where")
        : $"{language.Alert("where")} {dashboard.TrimEnd('/')}/data";

    private static string Moment(DateTimeOffset moment, Language language)
    {
        var local = TimeZoneInfo.ConvertTime(moment, Office);
        return language.Date(DateOnly.FromDateTime(local.DateTime)) + " " + local.ToString("HH:mm", language.Culture);
    }
}
