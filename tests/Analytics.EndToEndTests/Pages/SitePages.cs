namespace Analytics.EndToEndTests.Pages;

/// <summary>Every kind of page and state of a page: what is looked at, judged by axe and measured is this list. A new page belongs here.</summary>
public static class SitePages
{
    public static IReadOnlyList<SitePage> All { get; } =
    [
        new("board", "/?period=2020"),
        new("board-2024", "/?period=2024"),
        new("board-common", "/?period=2023-01..06&boundaries=common"),
        new("board-dense", "/?period=2020&density=compact&sort=families&order=desc"),
        new("board-public", "/?period=2024&audience=public"),
        new("meeting", "/?period=2020&kiosk=1"),
        new("coverage", "/coverage?period=2020"),
        new("spending", "/spending?period=2020"),
        new("grants", "/grants?period=2020"),
        new("grants-low-income", "/grants?period=2020&category=low_income"),
        new("grants-not-applicable", "/grants?period=2020&aid=conditional"),
        new("grants-tables", "/grants?period=2020&tables=funnel+reasons+districts+trend"),
        new("employment", "/employment?period=2021-01..06"),
        new("packages", "/packages?period=2024"),
        new("outreach", "/outreach?period=2024"),
        new("map-own", "/grants?period=2019"),
        new("figure", "/figures/families/vko?period=2021-01..06"),
        new("figure-rate", "/figures/grant_approval_rate/semey?period=2020"),
        new("rows", "/figures/families/semey/rows?period=2020-06"),
        new("rows-denominator", "/figures/coverage_rate/vko/rows?period=2020&part=denominator"),
        new("district", "/districts/semey?period=2020"),
        new("district-left", "/districts/semey?period=2024"),
        new("compare", "/compare?period=2024&with=2020&boundaries=common"),
        new("compare-places", "/compare?period=2020&territory=semey&with_territory=ridder"),
        new("targets", "/targets?period=2021-01..06"),
        new("targets-districts", "/targets?period=2021-01..06&indicator=placements&territory=all"),
        new("data", "/data"),
        new("load", "/data/social/benefit_payments/2020-06"),
        new("quarantine", "/data/quarantine"),
        new("run", "/data/runs/1"),
        new("wrong", "/?period=20", 400),
        new("not-found", "/nowhere", 404),
    ];
}

/// <summary>A page in one of its states.</summary>
/// <param name="Name">Name of its pictures.</param>
/// <param name="Path">Its address without the language.</param>
/// <param name="Status">The answer from 400 on that it is, or 0.</param>
public sealed record SitePage(string Name, string Path, int Status = 0)
{
    public string In(string language) => $"{Path}{(Path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}language={language}";
}
