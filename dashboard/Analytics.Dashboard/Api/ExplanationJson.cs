using Analytics.Warehouse.Explanations;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Api;

/// <summary>An explained change as the API and the command line write it: numbers unrounded, of rates in percentage points.</summary>
/// <param name="State"><c>explained</c> or <c>refused</c>.</param>
/// <param name="Reasons">Why it is refused; empty when it is not.</param>
/// <param name="Indicator">Code.</param>
/// <param name="Territory">Slug.</param>
/// <param name="Period">Code.</param>
/// <param name="Compare"><c>last_year</c> or <c>previous</c>.</param>
/// <param name="OtherPeriod">Code of the period compared with.</param>
/// <param name="By">Into what the change is divided.</param>
/// <param name="Boundaries">Code.</param>
/// <param name="Category">Code.</param>
/// <param name="Aid">Code.</param>
/// <param name="Publication">Publication.</param>
/// <param name="Now">Figure of the period asked for.</param>
/// <param name="Before">Figure of the period compared with.</param>
/// <param name="Change">Now minus before: what the rows' contributions add up to, to the last digit.</param>
/// <param name="Unit">Unit of the change: <c>points</c>, or the indicator's.</param>
/// <param name="Rows">Contributions.</param>
/// <param name="RoundedInto">Part whose row carries the last digit of divisions; null when there was none.</param>
/// <param name="Notes">Codes of the notes that stand beside the change.</param>
/// <param name="Sentences">Where most of it comes from, in three languages.</param>
public sealed record ExplanationJson(
    string State,
    IReadOnlyList<ForecastJson.ReasonOf> Reasons,
    string Indicator,
    string Territory,
    string Period,
    string Compare,
    string OtherPeriod,
    string By,
    string Boundaries,
    string Category,
    string Aid,
    PublicationRef Publication,
    FigureJson Now,
    FigureJson Before,
    decimal? Change,
    string Unit,
    IReadOnlyList<ExplanationJson.Row> Rows,
    string? RoundedInto,
    IReadOnlyList<string> Notes,
    IReadOnlyDictionary<string, string> Sentences)
{
    public static ExplanationJson Of(Explanation explanation) => new(
        explanation.Reason is null ? "explained" : "refused",
        explanation.Reason is { } reason ? [new ForecastJson.ReasonOf(reason.Code(), Texts(language => language.Name(reason)))] : [],
        explanation.Indicator.Code,
        explanation.Territory.Slug,
        explanation.Query.Period.Code,
        explanation.Comparison.Code(),
        explanation.OtherPeriod.Code,
        explanation.By.Code(),
        explanation.Query.Boundaries.Code(),
        explanation.Query.Category.Code(),
        explanation.Query.Aid.Code(),
        new PublicationRef(explanation.Publication.Number, explanation.Publication.PublishedAt),
        FigureJson.Of(explanation.Now)!,
        FigureJson.Of(explanation.Before)!,
        explanation.Change,
        explanation.Indicator.IsRate ? "points" : explanation.Indicator.Unit.Code(),
        [.. explanation.Rows.Select(row => new Row(
            row.Code,
            row.Kind.Code(),
            row.State.Code(),
            Texts(language => language.Name(explanation, row)),
            row.Now?.Numerator,
            row.Now?.Denominator,
            row.Before?.Numerator,
            row.Before?.Denominator,
            row.Within,
            row.Mix,
            row.Contribution,
            row.ShareOf(explanation.Change ?? 0)))],
        explanation.RoundedInto,
        explanation.Notes,
        Texts(language => language.Sentence(explanation)));

    private static Dictionary<string, string> Texts(Func<Language, string> text) => Language.All.ToDictionary(language => language.Code, text);

    /// <summary>
    /// A contribution. <c>Within</c> is the part's own rate's, <c>mix</c> its weight's; both null where the row is not divided.
    /// <c>Share</c> is in percent of the change; <c>state</c> tells a part that exists in one of the periods only.
    /// </summary>
    public sealed record Row(
        string Part,
        string Kind,
        string State,
        IReadOnlyDictionary<string, string> Names,
        decimal? Numerator,
        decimal? Denominator,
        decimal? NumeratorBefore,
        decimal? DenominatorBefore,
        decimal? Within,
        decimal? Mix,
        decimal Contribution,
        decimal? Share);
}
