using Analytics.Reports.Texts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Tables;

/// <summary>People placed in work by district: all, in permanent work, in subsidised work, and the share of permanent work. A person placed in both kinds counts in both, once in all.</summary>
public static class KindsTable
{
    public static IReadOnlyList<Indicator> Indicators { get; } = [.. new[] { "placements", "placements_permanent", "placements_subsidised", "permanent_share" }.Select(IndicatorCatalogue.Get)];

    public static ChartTable Of(IndicatorAnswer answer, ReportQuestion question)
    {
        var language = question.Language;
        return new ChartTable(
            ChartKind.Kinds,
            Indicators[0],
            question,
            answer,
            language.ReportText("chart.kinds.title"),
            language.ReportText("head.territory"),
            [.. Indicators.Select(indicator => ChartColumn.Of(indicator, indicator.Code, language.ShortName(indicator)))],
            [.. TerritoryOrder.Of(answer, question.Sort, question.Language).Select(territory => new ChartRow(
                territory.Slug,
                answer.Name(territory, language),
                territory.Kind == TerritoryKind.Region,
                [.. Indicators.Select(indicator => answer[indicator, territory]).Select(value => new ChartCell(value.Indicator, territory, question.Period, question.Category, value.Figure, value.Notes))]))]);
    }
}
