using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages;

/// <summary>The headings of the pages: one sentence each, from the region's figures.</summary>
public static class Findings
{
    /// <summary>Families covered, against last year.</summary>
    public static Finding Board(IndicatorAnswer answer, Territory region, Language language, NoteMarks marks)
    {
        var families = answer[IndicatorCatalogue.Get("families"), region];
        if (families.Figure.Value is not { } count)
        {
            return new Finding(language.Page("finding.board.absent"), []);
        }

        var text = language.PageCount("finding.board", (long)count);
        return families.Change is { } change && Comparison(change, language) is { } comparison
            ? new Finding(text + comparison, marks.OfChange(families.Notes))
            : new Finding(text, []);
    }

    /// <summary>The two figures that say most about a group; the second only where the first is known.</summary>
    public static Finding Of(IndicatorGroup group, IndicatorAnswer answer, Territory region, Language language)
    {
        Figure Region(string code) => answer[IndicatorCatalogue.Get(code), region].Figure;
        string Rate(string code) => language.Value(IndicatorCatalogue.Get(code), Region(code));
        var (text, detail) = group switch
        {
            IndicatorGroup.Coverage => (Count("persons"), Known("coverage_rate")),
            IndicatorGroup.Spending => (Region("paid_amount").Value is { } paid ? language.Page("finding.spending", language.ShortMoney(paid)) : null, Known("budget_execution")),
            IndicatorGroup.Grants => (Region("grant_approval_rate").HasValue ? language.Page("finding.grants", Rate("grant_approval_rate")) : null, language.Parts(Region("grant_approval_rate"))),
            IndicatorGroup.Employment => (Count("placements"), Known("employment_coverage")),
            IndicatorGroup.Packages => (Count("package_children"), Known("package_coverage")),
            _ => (Count("outreach_events"), Known("outreach_attendees")),
        };
        var title = language.Name(group);
        return new Finding(text is null
            ? language.Page("finding.absent", title)
            : language.Page("finding.group", title, text) + (detail is null ? "" : language.Page($"finding.{group.Code()}.detail", detail)), []);

        string? Count(string code) => Region(code).Value is { } count ? language.PageCount($"finding.{group.Code()}", (long)count) : null;
        string? Known(string code) => Region(code).HasValue ? Rate(code) : null;
    }

    private static string? Comparison(Change change, Language language) => change switch
    {
        { Times: { } times } => language.Page("finding.times", language.Number(times, 1)),
        { Percent: { } percent } when Math.Round(percent, 1) > 0 => language.Page("finding.more", language.Number(percent, 1) + language.PercentSuffix),
        { Percent: { } percent } when Math.Round(percent, 1) < 0 => language.Page("finding.less", language.Number(-percent, 1) + language.PercentSuffix),
        { Percent: not null } => language.Page("finding.same"),
        _ => null,
    };
}
