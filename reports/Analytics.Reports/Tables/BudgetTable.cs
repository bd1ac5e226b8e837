using Analytics.Reports.Texts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Tables;

/// <summary>What was paid of what was allocated, by district, with the plan of payments to date where there is one.</summary>
public static class BudgetTable
{
    public const string Plan = "plan_to_date";

    public static IReadOnlyList<Indicator> Indicators { get; } = [.. new[] { "paid_amount", "allocated_amount", "budget_execution" }.Select(IndicatorCatalogue.Get)];

    /// <param name="answer">Answer with the targets.</param>
    /// <param name="question">What was asked.</param>
    public static ChartTable Of(IndicatorAnswer answer, ReportQuestion question)
    {
        var language = question.Language;
        var paid = Indicators[0];
        var isPlanned = answer.Values.Any(value => value.Indicator == paid && value.Target?.ToDate is not null);
        IEnumerable<ChartColumn> columns = Indicators.Select(indicator => ChartColumn.Of(indicator, indicator.Code, language.ShortName(indicator)));
        return new ChartTable(
            ChartKind.Budget,
            paid,
            question,
            answer,
            language.ReportText("chart.budget.title"),
            language.ReportText("head.territory"),
            [.. isPlanned ? columns.Append(ChartColumn.Of(paid, Plan, language.ReportText("head.target_to_date"))) : columns],
            [.. TerritoryOrder.Of(answer, question.Sort, question.Language).Select(territory => new ChartRow(
                territory.Slug, answer.Name(territory, language), territory.Kind == TerritoryKind.Region, [.. Cells(territory)]))]);

        IEnumerable<ChartCell> Cells(Territory territory)
        {
            var cells = Indicators.Select(indicator => answer[indicator, territory]).Select(value => new ChartCell(value.Indicator, territory, question.Period, question.Category, value.Figure, value.Notes));
            var due = answer[paid, territory].Target?.ToDate;
            return isPlanned ? cells.Append(new ChartCell(null, territory, question.Period, question.Category, due is null ? Figure.Absent(ValueState.NotApplicable) : ChartCell.Worked(due), [])) : cells;
        }
    }
}
