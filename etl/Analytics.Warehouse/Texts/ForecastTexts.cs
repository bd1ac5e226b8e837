using Analytics.Warehouse.Forecasts;
using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Texts;

/// <summary>Forecasts in words.</summary>
public static class ForecastTexts
{
    /// <summary>The probability of the interval told in the sentence.</summary>
    public const double Told = 0.8;

    /// <summary>The year's end with its interval and the chance of the plan, or why there is no forecast.</summary>
    public static string Sentence(this Language language, Forecast forecast)
    {
        if (forecast.Method is not { } method)
        {
            return language.AnalysisText("forecast.refused", language.Name(forecast.Reason!.Value));
        }

        string Shown(decimal value) => language.InSentence(forecast.Indicator, value);
        var (low, high) = method.Interval(Told);
        var expected = language.AnalysisText("forecast.expected", forecast.Query.Period.Year, Shown(method.Expected), Shown(low), Shown(high), language.WholePercent((decimal)(Told * 100)));
        return forecast.Target is { } target
            ? expected + language.AnalysisText($"forecast.target.{target.Meaning.Code()}", Shown(target.Plan), language.Probability(target.Probability)) + "."
            : expected + ".";
    }

    /// <summary>How the method did on past years.</summary>
    public static string BackTest(this Language language, SeasonalShare method) => language.AnalysisText(
        "forecast.back_test",
        language.List([.. method.Years.Select(year => year.Year.ToString("0000", language.Culture))]),
        language.Number(method.MeanErrorPercent, 1) + language.PercentSuffix);

    /// <summary>What was done, in words.</summary>
    public static string Method(this Language language) => language.AnalysisText("forecast.method");

    public static string Name(this Language language, ForecastReason reason) => language.AnalysisText($"forecast.reason.{reason.Code()}");

    // With few years nothing is sure: neither 0 nor 100 % is ever said.
    private static string Probability(this Language language, double probability) => probability switch
    {
        > 0.99 => language.AnalysisText("probability.over", language.WholePercent(99)),
        < 0.01 => language.AnalysisText("probability.under", language.WholePercent(1)),
        _ => language.WholePercent((decimal)(probability * 100)),
    };
}
