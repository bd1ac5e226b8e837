using Analytics.Warehouse.Explanations;
using Analytics.Warehouse.Forecasts;
using Analytics.Warehouse.Publications;

namespace Analytics.Dashboard.Api;

/// <summary>What the API tells beyond figures: where the year will end, where a change comes from, and what changed since a publication.</summary>
internal static class AnalysisSetup
{
    public static void MapAnalysis(this RouteGroupBuilder api)
    {
        api.MapGet("/forecast", ForecastAsync).WithSummary("The year's end from January to a month, with intervals, the chance of the plan and the back-test; or why there is none");
        api.MapGet("/explain", ExplainAsync).WithSummary("A change divided into contributions of districts, categories, kinds of aid or factors, which add up to it exactly");
        api.MapGet("/publications/diff", ChangesAsync).WithSummary("What changed between two publications: figures before and after with the loads behind them; CSV when Accept or format says so");
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

    private static async Task<IResult> ChangesAsync(
        HttpContext context,
        ChangedFigureReader reader,
        string? from,
        string? to,
        string? indicator,
        string? period,
        string? offset,
        string? limit,
        string? format,
        CancellationToken cancellationToken)
    {
        var query = ChangesQuery.Read(from, to, indicator, period, offset, limit);
        var asCsv = ApiSetup.AsksForCsv(context, format);
        var changes = await reader.ReadAsync(query.From, query.To, query.Indicator, query.Period, query.Offset, query.Limit, cancellationToken);
        context.Response.Headers.Vary = "Accept";
        return asCsv
            ? Results.File(ChangesJson.Csv(changes), "text/csv; charset=utf-8", $"changes-{query.From}-{query.To}.csv")
            : Results.Json(ChangesJson.Of(changes, query.Offset), ValueJson.Options);
    }
}
