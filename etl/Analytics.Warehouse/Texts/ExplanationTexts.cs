using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Explanations;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Measures;

namespace Analytics.Warehouse.Texts;

/// <summary>Explanations in words.</summary>
public static class ExplanationTexts
{
    private const int MostNamed = 3;

    /// <summary>Name of a row: the district, the category, the measure, or what was counted twice.</summary>
    public static string Name(this Language language, Explanation explanation, ExplanationRow row) => (row.Kind, explanation.By) switch
    {
        (ExplanationRowKind.Part, ExplanationBy.District) => Territories.Shipped.Find(row.Code)!.Name(language.Code, explanation.Query.Period.LastDay),
        (ExplanationRowKind.Part, ExplanationBy.Category) when Codes.TryParse<Category>(row.Code, out var category) => language.Name(category),
        (ExplanationRowKind.Part, _) when Codes.TryParse<AidKind>(row.Code, out var aid) => language.Name(aid),
        (ExplanationRowKind.Factor, _) => language.Name(MeasureCatalogue.Find(row.Code)!),
        (ExplanationRowKind.Average, _) => language.AnalysisText("explain.average", language.Name(MeasureCatalogue.Find(ExplanationRules.CountOf(explanation.Indicator)!)!)),
        _ => language.AnalysisText($"explain.{row.Kind.Code()}"),
    };

    /// <summary>Where most of the change comes from, in one sentence, or why that is not told.</summary>
    public static string Sentence(this Language language, Explanation explanation)
    {
        if (explanation.Reason is { } reason)
        {
            return language.AnalysisText("explain.refused", language.Name(reason));
        }

        if (explanation.Change is not { } change || change == 0)
        {
            return language.AnalysisText("explain.same");
        }

        var way = change < 0 ? "less" : "more";
        var size = language.ByHowMuch(explanation.Indicator, change);
        var main = Main(explanation, change);
        var share = main.Sum(row => row.Contribution) / change * 100;
        string Signed(ExplanationRow row) => language.SignedContribution(explanation.Indicator, row.Contribution);
        return main switch
        {
            [] => language.AnalysisText($"explain.{way}", size),
            _ when share <= 100 => language.AnalysisText($"explain.{way}.share", size, language.WholePercent(share), language.List([.. main.Select(row => language.Name(explanation, row))])),
            _ => language.AnalysisText($"explain.{way}.most", size, language.List([.. main.Select(row => $"{language.Name(explanation, row)} ({Signed(row)})")])),
        };
    }

    /// <summary>Where the last digit of divisions went; null when there was none.</summary>
    public static string? Rounding(this Language language, Explanation explanation) => explanation.RoundedInto is { } code
        ? language.AnalysisText("explain.rounded", language.Name(explanation, explanation.Rows.Single(row => row.Code == code)))
        : null;

    public static string Name(this Language language, ExplanationReason reason) => language.AnalysisText($"explain.reason.{reason.Code()}");

    /// <summary>A contribution with its sign: <c>−80</c>, <c>+3,4 п. п.</c>, <c>−1,20 млрд ₸</c>.</summary>
    public static string SignedContribution(this Language language, Indicator indicator, decimal contribution) => indicator switch
    {
        { IsRate: true } => language.SignedNumber(contribution, Math.Max(1, indicator.Decimals)) + Language.NoBreakSpace + language.Text("unit.points"),
        { Unit: IndicatorUnit.Tenge } => (indicator.Shown(contribution) > 0 ? "+" : "") + language.InSentence(indicator, contribution),
        _ => language.SignedNumber(contribution, indicator.Decimals),
    };

    // The largest that go the change's way, until half of it is named.
    private static List<ExplanationRow> Main(Explanation explanation, decimal change)
    {
        var main = new List<ExplanationRow>();
        foreach (var row in explanation.Rows
            .Where(row => row.Kind is ExplanationRowKind.Part or ExplanationRowKind.Factor or ExplanationRowKind.Average && Math.Sign(row.Contribution) == Math.Sign(change))
            .OrderByDescending(row => Math.Abs(row.Contribution))
            .Take(MostNamed))
        {
            main.Add(row);
            if (Math.Abs(main.Sum(named => named.Contribution)) * 2 >= Math.Abs(change))
            {
                break;
            }
        }

        return main;
    }
}
