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

    /// <summary>True for tables with narrow rows.</summary>
    public bool IsDense { get; init; }

    /// <summary>Slug of the territory that a page is asked about, or null for the page's first.</summary>
    public string? Territory { get; init; }

    /// <summary>Code of the period compared with, or null for the page's first.</summary>
    public string? With { get; init; }

    /// <summary>Slug of the territory compared with, or null for the same one.</summary>
    public string? WithTerritory { get; init; }

    /// <summary>True on the screen of a meeting: the board as slides.</summary>
    public bool IsMeeting { get; init; }

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

        if (IsDense)
        {
            query = query.Add("density", "compact");
        }

        if (IsMeeting)
        {
            query = query.Add("kiosk", "1");
        }

        if (Sort is not null)
        {
            query = query.Add("sort", Sort).Add("order", Ascending ? "asc" : "desc");
        }

        foreach (var (name, text) in new[] { ("chart", Chart), ("territory", Territory), ("with", With), ("with_territory", WithTerritory), ("tables", Tables) })
        {
            query = text is null ? query : query.Add(name, text);
        }

        return path + query;
    }

    /// <summary>The same question on another page, where the order, the chart and what is compared are its own.</summary>
    public PageQuery WithoutView() => this with { Sort = null, Ascending = false, Chart = null, Territory = null, With = null, WithTerritory = null, IsMeeting = false, Tables = null };
}
