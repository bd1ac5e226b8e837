using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages;

/// <summary>The whole state of a page, as it stands in its address.</summary>
/// <param name="Period">Period of the figures.</param>
/// <param name="Category">Category of families.</param>
/// <param name="Aid">Kind of aid.</param>
/// <param name="Boundaries">Boundaries on which the figures stand.</param>
/// <param name="ShowsIncomparable">True to show changes also where the two sides are not comparable, with their reasons.</param>
/// <param name="Sort">Code of the indicator that orders the table, or null for the official order.</param>
/// <param name="Ascending">Smallest first; only with <paramref name="Sort"/>.</param>
/// <param name="Chart">Code of the indicator drawn, or null for the page's first.</param>
public sealed record PageQuery(Period Period, Category Category, AidKind Aid, Boundaries Boundaries, bool ShowsIncomparable, string? Sort, bool Ascending, string? Chart)
{
    /// <summary>Who reads the page.</summary>
    public Audience Audience { get; init; } = Audience.Internal;

    /// <summary>Ids of the charts that show their tables, with a blank between them; null when none does.</summary>
    public string? Tables { get; init; }

    /// <summary>The address of this state at a path.</summary>
    public string Link(string path, Language language)
    {
        var query = new QueryString()
            .Add("period", Period.Code)
            .Add("category", Category.Code())
            .Add("aid", Aid.Code())
            .Add("boundaries", Boundaries.Code())
            .Add(PageLanguage.Parameter, language.Code);
        if (ShowsIncomparable)
        {
            query = query.Add("incomparable", "show");
        }

        if (Audience != Audience.Internal)
        {
            query = query.Add("audience", Audience.Code());
        }

        if (Sort is not null)
        {
            query = query.Add("sort", Sort).Add("order", Ascending ? "asc" : "desc");
        }

        if (Tables is not null)
        {
            query = query.Add("tables", Tables);
        }

        return path + (Chart is null ? query : query.Add("chart", Chart));
    }

    /// <summary>The same question on another page, where the order and the chart are its own.</summary>
    public PageQuery WithoutView() => this with { Sort = null, Ascending = false, Chart = null, Tables = null };
}
