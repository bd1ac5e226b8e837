using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Api;

/// <summary>What a report or a chart is asked for.</summary>
public sealed record ReportText(Period Period, Language Language)
{
    /// <summary>Who will read it.</summary>
    public Audience Audience { get; init; } = Audience.Internal;


    /// <exception cref="WrongQueryException">A parameter is missing or wrong.</exception>
    public static ReportText Read(string? period, string? language, string? territory, string? audience = null)
    {
        if (!string.IsNullOrEmpty(territory) && territory != Territories.Shipped.Region.Slug)
        {
            throw new WrongQueryException("territory", $"territory may be {Territories.Shipped.Region.Slug}: the packs of now are about the region with its districts.");
        }

        return new ReportText(
            QueryText.Period(period),
            Language.Find(string.IsNullOrEmpty(language) ? "ru" : language) ?? throw new WrongQueryException("language", "language may be ru, kk or en."))
        {
            Audience = QueryText.Audience(audience),
        };
    }
}
