using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Pages.Tables;

/// <summary>Addresses at which the figures of a page can be had as a file.</summary>
public static class FigureLinks
{
    public static string Workbook(PageRequest request) => "/reports/akimat.xlsx" + new QueryString()
        .Add("period", request.Query.Period.Code)
        .Add("language", request.Language.Code)
        .Add("boundaries", request.Query.Boundaries.Code())
        .Add("audience", request.Query.Audience.Code());

    /// <summary>The table of a group's page, as it is shown.</summary>
    public static string Table(PageRequest request, IndicatorGroup group) => $"/reports/tables/{group.Code()}.xlsx" + Shown(request);

    /// <summary>All that decides what a page shows, as the parameters of its files.</summary>
    public static QueryString Shown(PageRequest request)
    {
        var query = new QueryString()
            .Add("period", request.Query.Period.Code)
            .Add("language", request.Language.Code)
            .Add("category", request.Query.Category.Code())
            .Add("aid", request.Query.Aid.Code())
            .Add("boundaries", request.Query.Boundaries.Code())
            .Add("incomparable", request.Query.ShowsIncomparable ? "show" : "hide")
            .Add("audience", request.Query.Audience.Code());
        return request.Query.Sort is { } sort ? query.Add("sort", sort).Add("order", request.Query.Ascending ? "asc" : "desc") : query;
    }

    /// <summary>The page that tells how a figure is made; the public has none.</summary>
    public static string? Made(PageRequest request, Indicator indicator, Territory territory) =>
        request.Query.Audience == Audience.Internal ? FigureModel.Link(request, indicator, territory) : null;

    /// <summary>The page of a territory, in the same state.</summary>
    public static string District(PageRequest request, Territory territory) =>
        request.Query.WithoutView().Link($"/districts/{territory.Slug}", request.Language);

    /// <param name="request">The page's request.</param>
    /// <param name="indicators">Indicators.</param>
    /// <param name="territories">Territories.</param>
    /// <param name="compare">What to compare with, as the API writes it; last year when null.</param>
    public static string Csv(PageRequest request, IEnumerable<Indicator> indicators, IEnumerable<Territory> territories, string? compare = null) => "/api/v1/values" + new QueryString()
        .Add("indicators", string.Join(',', indicators.Select(indicator => indicator.Code)))
        .Add("period", request.Query.Period.Code)
        .Add("territories", string.Join(',', territories.Select(territory => territory.Slug)))
        .Add("compare", compare ?? Comparison.LastYear.Code())
        .Add("boundaries", request.Query.Boundaries.Code())
        .Add("category", request.Query.Category.Code())
        .Add("aid", request.Query.Aid.Code())
        .Add("incomparable", request.Query.ShowsIncomparable ? "show" : "hide")
        .Add("audience", request.Query.Audience.Code())
        .Add("format", "csv");
}
