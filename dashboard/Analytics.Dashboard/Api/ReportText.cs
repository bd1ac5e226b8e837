using Analytics.Reports;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
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

    /// <summary>What a chart or a page's table is asked for: the report's question, and which families in which order.</summary>
    /// <exception cref="WrongQueryException">A parameter is missing or wrong.</exception>
    public static ReportQuestion Read(ChartParameters asked, bool isDemo) => Read(asked.Period, asked.Language, null, asked.Boundaries, asked.Audience, isDemo) with
    {
        Category = string.IsNullOrEmpty(asked.Category) ? Category.All : QueryText.Code<Category>("category", asked.Category),
        Aid = string.IsNullOrEmpty(asked.Aid) ? AidKind.All : QueryText.Code<AidKind>("aid", asked.Aid),
        ShowsIncomparable = QueryText.Show(asked.Incomparable),
        Sort = Sort(asked),
    };

    private static TerritorySort? Sort(ChartParameters asked)
    {
        var ascending = asked.Order switch
        {
            null or "" or "desc" => false,
            "asc" => true,
            _ => throw new WrongQueryException("order", "order may be asc or desc."),
        };
        return string.IsNullOrEmpty(asked.Sort) ? null : TerritorySort.Find(asked.Sort, ascending) ?? throw new WrongQueryException("sort", "sort may be name or an indicator.");
    }
}
