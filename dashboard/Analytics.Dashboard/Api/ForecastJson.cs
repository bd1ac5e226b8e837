using Analytics.Warehouse.Forecasts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Api;

/// <summary>A forecast as the API and the command line write it: numbers unrounded, shares, errors and probabilities in percent.</summary>
/// <param name="State"><c>forecast</c> or <c>refused</c>.</param>
/// <param name="Reasons">Why it is refused; empty when it is not.</param>
/// <param name="Indicator">Code.</param>
/// <param name="Territory">Slug.</param>
/// <param name="Period">Code of January to a month.</param>
/// <param name="Boundaries">Code.</param>
/// <param name="Category">Code.</param>
/// <param name="Aid">Code.</param>
/// <param name="Publication">Publication.</param>
/// <param name="ToDate">The figure of the period.</param>
/// <param name="Forecast">The year's end that is expected.</param>
/// <param name="Intervals">Where it lies with 80 and 95 %.</param>
/// <param name="Target">The plan and the chance that it is met; null without a plan.</param>
/// <param name="BackTest">The method on past years.</param>
/// <param name="LeftOut">Past years that are not used, and why.</param>
/// <param name="Method">What was done, and with what.</param>
/// <param name="Sentences">The forecast in three languages.</param>
public sealed record ForecastJson(
    string State,
    IReadOnlyList<ForecastJson.ReasonOf> Reasons,
    string Indicator,
    string Territory,
    string Period,
    string Boundaries,
    string Category,
    string Aid,
    PublicationRef Publication,
    FigureJson ToDate,
    decimal? Forecast,
    IReadOnlyList<ForecastJson.Interval> Intervals,
    ForecastJson.Plan? Target,
    ForecastJson.Test? BackTest,
    IReadOnlyList<ForecastJson.LeftOutOf> LeftOut,
    ForecastJson.MethodOf? Method,
    IReadOnlyDictionary<string, string> Sentences)
{
    public static ForecastJson Of(Forecast forecast) => new(
        forecast.Method is null ? "refused" : "forecast",
        forecast.Reason is { } reason ? [new ReasonOf(reason.Code(), Texts(language => language.Name(reason)))] : [],
        forecast.Indicator.Code,
        forecast.Territory.Slug,
        forecast.Query.Period.Code,
        forecast.Query.Boundaries.Code(),
        forecast.Query.Category.Code(),
        forecast.Query.Aid.Code(),
        new PublicationRef(forecast.Publication.Number, forecast.Publication.PublishedAt),
        FigureJson.Of(forecast.ToDate)!,
        forecast.Method?.Expected,
        forecast.Method is { } method ? [.. SeasonalShare.Levels.Select(level => Between(method, level))] : [],
        forecast.Target is { } target ? new Plan(target.Plan, target.Meaning.Code(), target.Probability * 100) : null,
        forecast.Method is { } tested
            ? new Test(tested.MeanErrorPercent, [.. tested.BackTest.Select(year => new TestYear(year.Year, year.ToDate, year.Forecast, year.Fact, year.ErrorPercent))], Texts(language => language.BackTest(tested)))
            : null,
        [.. forecast.LeftOut.Select(left => new LeftOutOf(left.Year, left.Reason.Code(), left.Note))],
        forecast.Method is { } used
            ? new MethodOf("seasonal_share", used.Share * 100, used.Spread * 100, used.DegreesOfFreedom, [.. used.Years.Select(year => year.Year)], Texts(static language => language.Method()))
            : null,
        Texts(language => language.Sentence(forecast)));

    private static Interval Between(SeasonalShare method, double level)
    {
        var (low, high) = method.Interval(level);
        return new Interval((int)Math.Round(level * 100), low, high);
    }

    private static Dictionary<string, string> Texts(Func<Language, string> text) => Language.All.ToDictionary(language => language.Code, text);

    /// <summary>Why there is no forecast, in three languages.</summary>
    public sealed record ReasonOf(string Code, IReadOnlyDictionary<string, string> Texts);

    /// <summary>Between what the year's end lies with a probability in percent.</summary>
    public sealed record Interval(int Level, decimal Low, decimal High);

    /// <summary>The year's plan; <c>better</c> tells what meeting it means, the probability is in percent.</summary>
    public sealed record Plan(decimal Year, string Better, double Probability);

    /// <summary>The method on past years: mean error without signs in percent of the facts, and each year.</summary>
    public sealed record Test(decimal MeanErrorPercent, IReadOnlyList<TestYear> Years, IReadOnlyDictionary<string, string> Texts);

    /// <summary>One past year.</summary>
    public sealed record TestYear(int Year, decimal ToDate, decimal Forecast, decimal Fact, decimal ErrorPercent);

    /// <summary>A past year that is not used.</summary>
    public sealed record LeftOutOf(int Year, string Reason, string? Note);

    /// <summary>The method: share of the year reached in percent, standard error in percent of the forecast, and the years used.</summary>
    public sealed record MethodOf(string Code, decimal Share, double StandardError, int DegreesOfFreedom, IReadOnlyList<int> Years, IReadOnlyDictionary<string, string> Texts);
}
