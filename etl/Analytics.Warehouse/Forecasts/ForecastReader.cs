using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.Warehouse.Forecasts;

/// <summary>Forecasts the year's end from published figures.</summary>
public sealed class ForecastReader(IndicatorReader reader)
{
    /// <summary>The forecast of the question's first indicator in its first territory.</summary>
    /// <exception cref="NothingPublishedException">No publication is in force yet, or the one asked for is not kept.</exception>
    public async Task<Forecast> ReadAsync(IndicatorQuery query, CancellationToken cancellationToken)
    {
        var (indicator, territory, period) = (query.Indicators[0], query.Territories[0], query.Period);
        var asked = query with { Indicators = [indicator], Territories = [territory], Comparisons = new HashSet<Comparison> { Comparison.Target } };
        var answer = await reader.ReadAsync(asked, cancellationToken);
        var value = answer[indicator, territory];
        var forecast = new Forecast(asked, answer.Publication, value.Figure, Method: null, Target: null, Reason: null, LeftOut: []);
        if (ForecastRules.Refusal(indicator, territory, period, query.Boundaries, value.Figure) is { } refusal)
        {
            return forecast with { Reason = refusal };
        }

        var points = await PastAsync(asked, answer.Publication, cancellationToken);
        var (years, leftOut) = ForecastRules.Years(indicator, territory, period, query.Boundaries, points);
        if (years.Count < SeasonalShare.FewestYears)
        {
            return forecast with { Reason = ForecastRules.TooFew(leftOut), LeftOut = leftOut };
        }

        var method = SeasonalShare.Of(value.Figure.Value!.Value, years);
        return forecast with
        {
            Method = method,
            Target = value.Target is { Year: > 0 } target ? ForecastTarget.Of(method, target.Year, indicator.Direction) : null,
            LeftOut = leftOut,
        };
    }

    private async Task<IReadOnlyList<SeriesPoint>> PastAsync(IndicatorQuery query, Publication publication, CancellationToken cancellationToken)
    {
        var indicator = query.Indicators[0];
        var first = publication.Coverage[indicator.Numerator.Fact].First.Year;
        return first >= query.Period.Year
            ? []
            : await reader.SeriesAsync(
                new SeriesQuery(indicator, query.Territories, PeriodKind.YearToDate, new DateOnly(first, 1, 1), new DateOnly(query.Period.Year - 1, 12, 31))
                {
                    Boundaries = query.Boundaries,
                    Category = query.Category,
                    Aid = query.Aid,
                    Publication = publication.Number,
                },
                cancellationToken);
    }
}
