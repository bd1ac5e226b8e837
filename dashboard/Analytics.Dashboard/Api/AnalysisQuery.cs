using Analytics.Warehouse.Explanations;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Api;

/// <summary>Reads questions about one indicator in one territory, for forecasts and explanations.</summary>
public static class AnalysisQuery
{
    /// <summary>The question behind <c>/api/v1/forecast</c> and <c>analytics forecast</c>. Without a territory: the region.</summary>
    /// <exception cref="WrongQueryException">A parameter is missing or wrong.</exception>
    public static IndicatorQuery Forecast(
        string? indicator, string? period, string? territory, string? boundaries, string? category, string? aid, string? publication) =>
        One(indicator, period, territory, null, boundaries, category, aid, publication);

    /// <summary>The question behind <c>/api/v1/explain</c> and <c>analytics explain</c>. By default: against last year, by district.</summary>
    /// <exception cref="WrongQueryException">A parameter is missing or wrong.</exception>
    public static (IndicatorQuery Query, ExplanationBy By) Explanation(
        string? indicator, string? period, string? territory, string? compare, string? by, string? boundaries, string? category, string? aid, string? publication) => (
        One(indicator, period, territory, compare switch
        {
            null or "" => "last_year",
            "last_year" or "previous" => compare,
            _ => throw new WrongQueryException("compare", "compare may be last_year or previous."),
        }, boundaries, category, aid, publication),
        string.IsNullOrEmpty(by) ? ExplanationBy.District : QueryText.Code<ExplanationBy>("by", by));

    private static IndicatorQuery One(
        string? indicator, string? period, string? territory, string? compare, string? boundaries, string? category, string? aid, string? publication)
    {
        var asked = string.IsNullOrEmpty(indicator)
            ? throw new WrongQueryException("indicator", "indicator is missing. Write one code, for example families.")
            : Of("indicator", QueryText.Indicator, indicator);
        var where = Of("territory", QueryText.Territory, string.IsNullOrEmpty(territory) ? "vko" : territory);
        return QueryText.Values(asked.Code, period, where.Slug, compare, boundaries, category, aid, publication);
    }

    // The same check as of a list, under the name of the parameter that was written.
    private static T Of<T>(string parameter, Func<string, T> read, string text)
    {
        try
        {
            return read(text);
        }
        catch (WrongQueryException exception)
        {
            throw new WrongQueryException(parameter, exception.Message);
        }
    }
}
