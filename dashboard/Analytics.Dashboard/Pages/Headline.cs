using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Disclosure;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages;

/// <summary>A figure in large type: the value, last year's, the change and the plan of one territory.</summary>
/// <param name="LastYear">The year compared with.</param>
public sealed record Headline(string Name, string Description, FigureCell Cell, string Unit, string LastYear)
{
    /// <summary>The year's plan and how much of it is attained; null where there is none.</summary>
    public string? Plan { get; init; }

    /// <summary>Where the plan is kept; null for the public, which has no such page.</summary>
    public string? PlanLink { get; init; }

    /// <summary>Status of the target; null where there is none.</summary>
    public string? Status { get; init; }

    public static Headline Of(IndicatorValue value, PageRequest request, NoteMarks marks)
    {
        var (language, period) = (request.Language, request.Query.Period);
        var scale = Scale(value, language);
        return new Headline(
            language.Name(value.Indicator), language.Description(value.Indicator), FigureCell.Of(value, scale, language, marks) with { Link = FigureLinks.Made(request, value.Indicator, value.Territory) }, scale.Unit, period.LastYear.YearNumber())
        {
            Plan = value.Target is { } target ? language.Page("headline.plan", period.YearNumber(), scale.Number(language, target.Year), language.Attainment(target.YearAttainment)) : null,
            PlanLink = request.Query.Audience == Audience.Internal ? $"/targets?period={period.Code}&language={language.Code}&territory={value.Territory.Slug}" : null,
            Status = value.Target?.Status,
        };
    }

    /// <summary>Money of a whole region is read in billions.</summary>
    private static FigureScale Scale(IndicatorValue value, Language language)
    {
        var scale = FigureScale.Of(value.Indicator, language);
        return scale.Divisor > 1 && value.Figure.Value >= 1_000_000_000m
            ? new FigureScale(1_000_000_000m, 2, language.Text("scale.billion") + Language.NoBreakSpace + language.UnitName(value.Indicator.Unit))
            : scale;
    }
}
