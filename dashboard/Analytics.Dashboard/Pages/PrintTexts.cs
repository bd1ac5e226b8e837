using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages;

/// <summary>What stands in the margins of every printed page (wwwroot/css/print.css); a page without figures has only its title.</summary>
public static class PrintTexts
{
    /// <summary>Period, filters, boundaries and audience of the figures.</summary>
    public static string State(PageRequest? frame) => frame is null
        ? ""
        : string.Join(
            " · ",
            frame.Language.Name(frame.Query.Period),
            frame.Language.Name(frame.Query.Category),
            frame.Language.Name(frame.Query.Aid),
            frame.Language.Name(frame.Query.Boundaries),
            frame.Language.Page($"audience.{frame.Query.Audience.Code()}"));

    /// <summary>Which publication the figures are from, and that they are the demo's when they are.</summary>
    public static string Publication(PageRequest? frame, bool isDemo, Language language) => string.Join(
        " · ",
        new[]
        {
            language.Page("product.name"),
            isDemo ? language.Page("demo") : null,
            frame is null ? null : language.Page("freshness.publication", frame.Publication.Number, language.Moment(frame.Publication.PublishedAt)),
        }.Where(part => part is not null));
}
