using Analytics.Reports;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Facts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Api;

/// <summary>Reads what a report or a chart is asked for.</summary>
public static class ReportText
{
    /// <summary>What a pack is asked for.</summary>
    /// <param name="pack">Pack.</param>
    /// <param name="asked">Parameters as they were written.</param>
    /// <param name="isDemo">True when the figures are synthetic.</param>
    /// <exception cref="WrongQueryException">A parameter is missing, wrong, or nothing that the pack can be asked for.</exception>
    public static ReportQuestion Read(ReportPack pack, ReportParameters asked, bool isDemo)
    {
        var question = Read(asked.Period, asked.Language, asked.Boundaries, asked.Audience, isDemo);
        return question with { Place = Place(pack, asked.Territory), With = With(pack, question.Period, asked.With) };
    }

    /// <summary>What an extract of rows is asked for.</summary>
    /// <exception cref="WrongQueryException">A parameter is missing or wrong.</exception>
    public static ReportQuestion ReadRows(string? fact, string? period, string? territory, string? language, bool isDemo)
    {
        if (string.IsNullOrEmpty(fact) || FactColumns.Of(fact) is null)
        {
            throw new WrongQueryException("fact", $"fact is {(string.IsNullOrEmpty(fact) ? "missing" : fact)}. It may be: {string.Join(", ", FactColumns.Processes)}.");
        }

        return Read(period, language, null, null, isDemo) with { Place = string.IsNullOrEmpty(territory) ? Territories.Shipped.Region : QueryText.Territory(territory) };
    }

    private static Territory Place(ReportPack pack, string? slug)
    {
        var region = Territories.Shipped.Region;
        var place = string.IsNullOrEmpty(slug) ? region : Territories.Shipped.Find(slug) ?? throw new WrongQueryException("territory", $"There is no territory {slug}. Known: {string.Join(", ", Territories.Shipped.All.Select(one => one.Slug))}.");
        return pack.IsAboutUnit == (place != region)
            ? place
            : throw new WrongQueryException("territory", pack.IsAboutUnit
                ? $"The pack {pack.Name} is about one district: name it, such as territory=semey."
                : $"territory may be {region.Slug}: the pack {pack.Name} is about the region with its districts.");
    }

    private static Period? With(ReportPack pack, Period period, string? code)
    {
        if (string.IsNullOrEmpty(code))
        {
            return null;
        }

        var with = pack.IsAboutTwoPeriods ? QueryText.Period(code) : throw new WrongQueryException("with", $"The pack {pack.Name} compares with last year and takes no other period.");
        return with != period && with.IsLike(period) ? with : throw new WrongQueryException("with", $"with must be another period of the same kind and number of months as {period.Code}.");
    }

    private static ReportQuestion Read(string? period, string? language, string? boundaries, string? audience, bool isDemo)
    {
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
    public static ReportQuestion Read(ChartParameters asked, bool isDemo) => Read(asked.Period, asked.Language, asked.Boundaries, asked.Audience, isDemo) with
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
