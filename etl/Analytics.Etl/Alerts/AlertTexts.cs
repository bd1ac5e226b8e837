using System.Resources;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Etl.Alerts;

/// <summary>Texts of alerts (<c>Texts/Alerts*.resx</c>).</summary>
public static class AlertTexts
{
    private static readonly ResourceManager Alerts = new("Analytics.Etl.Texts.Alerts", typeof(AlertTexts).Assembly);

    /// <summary>What an alert of a kind is about, in a few words.</summary>
    public static string Name(this Language language, AlertKind kind) => language.Alert($"kind.{kind.Code()}");

    internal static string Alert(this Language language, string key, params ReadOnlySpan<object?> arguments) => language.Text(Alerts, key, arguments);

    internal static string AlertCount(this Language language, string key, long count) => language.Plural(Alerts, key, count);
}
