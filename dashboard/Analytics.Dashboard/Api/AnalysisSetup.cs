using Analytics.Warehouse.Explanations;
using Analytics.Warehouse.Forecasts;

namespace Analytics.Dashboard.Api;

/// <summary>What the API tells beyond figures: where the year will end, and where a change comes from.</summary>
internal static class AnalysisSetup
{
    public static void MapAnalysis(this RouteGroupBuilder api)
    {
        api.MapGet("/forecast", ForecastAsync).WithSummary("The year's end from January to a month, with intervals, the chance of the plan and the back-test; or why there is none");
        api.MapGet("/explain", ExplainAsync).WithSummary("A change divided into contributions of districts, categories, kinds of aid or factors, which add up to it exactly");
    }

    private static async Task<IResult> ForecastAsync(
        ForecastReader reader,
        string? indicator,
        string? period,
        string? territory,
        string? boundaries,
        string? category,
        string? aid,
        string? publication,
        CancellationToken cancellationToken)
    {
        var query = AnalysisQuery.Forecast(indicator, period, territory, boundaries, category, aid, publication);
        return Results.Json(ForecastJson.Of(await reader.ReadAsync(query, cancellationToken)), ValueJson.Options);
    }

    private static async Task<IResult> ExplainAsync(
        ExplanationReader reader,
        string? indicator,
        string? period,
        string? territory,
        string? compare,
        string? by,
        string? boundaries,
        string? category,
        string? aid,
        string? publication,
        CancellationToken cancellationToken)
    {
        var (query, into) = AnalysisQuery.Explanation(indicator, period, territory, compare, by, boundaries, category, aid, publication);
        return Results.Json(ExplanationJson.Of(await reader.ReadAsync(query, into, cancellationToken)), ValueJson.Options);
    }
}
