using System.Globalization;
using System.Text;

namespace Analytics.Reports;

/// <summary>Colours of page, chart, workbook and print, as <c>#RRGGBB</c>: the only place where they are written down.</summary>
/// <param name="Ground">Background.</param>
/// <param name="Text">Text and figures.</param>
/// <param name="Muted">Second-rank text: sub-headings, states in words, parts of rates.</param>
/// <param name="Hairline">Lines between rows and grid lines.</param>
/// <param name="Wash">Background of a row that stands out: the region.</param>
/// <param name="Accent">The blue of the flag: marks, not text.</param>
/// <param name="AccentText">The accent darkened (or lightened) until text in it can be read.</param>
/// <param name="Past">Last year in charts.</param>
/// <param name="FarPast">The year before last in charts.</param>
/// <param name="Good">Status: reached.</param>
/// <param name="Warning">Status: near, and warnings.</param>
/// <param name="Bad">Status: behind.</param>
public sealed record Theme(
    string Ground,
    string Text,
    string Muted,
    string Hairline,
    string Wash,
    string Accent,
    string AccentText,
    string Past,
    string FarPast,
    string Good,
    string Warning,
    string Bad)
{
    /// <summary>White ground; also print, workbooks and pictures.</summary>
    public static Theme Light { get; } = new(
        Ground: "#FFFFFF",
        Text: "#1B2327",
        Muted: "#5C6A71",
        Hairline: "#D9E0E3",
        Wash: "#F1F7F8",
        Accent: "#00AFCA",
        AccentText: "#00677A",
        Past: "#84939B",
        FarPast: "#B9C3C8",
        Good: "#00704F",
        Warning: "#8A5A00",
        Bad: "#B2400A");

    /// <summary>Near-black ground.</summary>
    public static Theme Dark { get; } = new(
        Ground: "#12181B",
        Text: "#E8EDEF",
        Muted: "#9DABB2",
        Hairline: "#2C373C",
        Wash: "#192226",
        Accent: "#00AFCA",
        AccentText: "#4CCBE0",
        Past: "#7C8A92",
        FarPast: "#4F5C63",
        Good: "#4FC39B",
        Warning: "#E0AC4B",
        Bad: "#F08A5A");

    /// <summary>The tokens as declarations of CSS variables: <c>--ground:#FFFFFF;--text:…</c>.</summary>
    public string Css
    {
        get
        {
            (string Name, string Colour)[] tokens =
            [
                ("ground", Ground), ("text", Text), ("muted", Muted), ("hairline", Hairline), ("wash", Wash), ("accent", Accent),
                ("accent-text", AccentText), ("past", Past), ("far-past", FarPast), ("good", Good), ("warning", Warning), ("bad", Bad),
            ];
            return tokens
                .Aggregate(new StringBuilder(), (css, token) => css.Append(CultureInfo.InvariantCulture, $"--{token.Name}:{token.Colour};"))
                .ToString();
        }
    }
}
