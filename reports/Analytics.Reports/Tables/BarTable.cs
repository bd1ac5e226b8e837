using System.Globalization;
using Analytics.Reports.Texts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Tables;

/// <summary>An indicator by district in the order asked for, this year beside last; the region among them only where districts do not add up to it.</summary>
public static class BarTable
{
    public static ChartTable Of(IndicatorAnswer answer, Indicator indicator, ReportQuestion question)
    {
        var (language, period) = (question.Language, question.Period);
        var rows = TerritoryOrder.Of(answer, question.Sort, question.Language)
            .Where(territory => territory.Kind != TerritoryKind.Region || indicator.Accumulation == Accumulation.Ratio)
            .Select(territory => answer[indicator, territory])
            .Select(value => new ChartRow(
                value.Territory.Slug,
                answer.Name(value.Territory, language),
                value.Territory.Kind == TerritoryKind.Region,
                [
                    new ChartCell(indicator, value.Territory, period, question.Category, value.Figure, value.Notes),
                    new ChartCell(indicator, value.Territory, period.LastYear, question.Category, value.LastYear ?? Figure.Absent(ValueState.NotReported), []),
                ]));
        return new ChartTable(
            ChartKind.Bar,
            indicator,
            question,
            answer,
            $"{language.Name(indicator)}: {language.ReportText("chart.by_district")}",
            language.ReportText("head.territory"),
            [.. new[] { period, period.LastYear }.Select(one => ChartColumn.Of(indicator, one.Code, one.Year.ToString("0000", CultureInfo.InvariantCulture)))],
            [.. rows]);
    }
}
