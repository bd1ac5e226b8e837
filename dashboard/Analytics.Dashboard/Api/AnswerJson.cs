using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Api;

/// <summary>The answer to a question: what was asked, from which publication, and the values.</summary>
public sealed record AnswerJson(
    string Period,
    string Boundaries,
    string Category,
    string Aid,
    string Audience,
    PublicationRef Publication,
    IReadOnlyList<ValueJson> Values)
{
    public static AnswerJson Of(IndicatorAnswer answer) => new(
        answer.Query.Period.Code,
        answer.Query.Boundaries.Code(),
        answer.Query.Category.Code(),
        answer.Query.Aid.Code(),
        answer.Query.Audience.Code(),
        new PublicationRef(answer.Publication.Number, answer.Publication.PublishedAt),
        [.. answer.Values.Select(ValueJson.Of)]);
}
