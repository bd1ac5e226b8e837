using Analytics.Dashboard.Pages.Charts;
using Analytics.Dashboard.Pages.Tables;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Pages;

/// <summary>A figure of the board's head: the region's value, last year's, the change and the years.</summary>
public sealed record Headline(string Name, string Description, FigureCell Cell, string Unit, YearBars Years)
{
    /// <summary>The year's plan and how much of it is attained; null where there is none.</summary>
    public string? Plan { get; init; }

    /// <summary>Status of the target; null where there is none.</summary>
    public string? Status { get; init; }

    public static Headline Of(IndicatorValue value, PageRequest request, YearBars years, NoteMarks marks)
    {
        var (language, period) = (request.Language, request.Query.Period);
        var scale = Scale(value, language);
        return new Headline(
            language.Name(value.Indicator), language.Description(value.Indicator), FigureCell.Of(value, scale, language, marks) with { Link = FigureLinks.Made(request, value.Indicator, value.Territory) }, scale.Unit, years)
        {
            Plan = value.Target is { } target ? language.Page("headline.plan", period.YearNumber(), scale.Number(language, target.Year), language.Attainment(target.YearAttainment)) : null,
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
