using Analytics.Reports;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Api;

/// <summary>Reads what a report or a chart is asked for.</summary>
public static class ReportText
{
    /// <exception cref="WrongQueryException">A parameter is missing or wrong.</exception>
    public static ReportQuestion Read(string? period, string? language, string? territory, string? boundaries, string? audience, bool isDemo)
    {
        if (!string.IsNullOrEmpty(territory) && territory != Territories.Shipped.Region.Slug)
        {
            throw new WrongQueryException("territory", $"territory may be {Territories.Shipped.Region.Slug}: the packs of now are about the region with its districts.");
        }

        return new ReportQuestion(
            QueryText.Period(period),
            Language.Find(string.IsNullOrEmpty(language) ? "ru" : language) ?? throw new WrongQueryException("language", "language may be ru, kk or en."))
        {
            Audience = QueryText.Audience(audience),
            Boundaries = QueryText.Boundaries(boundaries),
            IsDemo = isDemo,
        };
    }
}
