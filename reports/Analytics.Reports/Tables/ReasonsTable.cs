using System.Globalization;
using Analytics.Reports.Texts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Tables;

/// <summary>Why grant applications were refused: all refusals of the region, then each reason that the source gives, with its share.</summary>
public static class ReasonsTable
{
    public static Indicator Refused { get; } = IndicatorCatalogue.Get("grants_refused");

    /// <param name="answer">Answer about the region.</param>
    /// <param name="reasons">Reasons, the most frequent first.</param>
    /// <param name="question">What was asked.</param>
    public static ChartTable Of(IndicatorAnswer answer, IReadOnlyList<(string Reason, decimal Count)> reasons, ReportQuestion question)
    {
        var language = question.Language;
        var region = Territories.Shipped.Region;
        var all = answer[Refused, region];
        return new ChartTable(
            ChartKind.Reasons,
            Refused,
            question,
            answer,
            language.ReportText("chart.reasons.title"),
            language.ReportText("chart.reason"),
            [ChartColumn.Of(Refused, Refused.Code, language.ShortName(Refused)), new ChartColumn("share", language.ReportText("chart.reasons.share"), IndicatorUnit.Percent, 1)],
            [
                new ChartRow("all", language.Name(Refused), true, [Cell(Refused, all.Figure, all.Notes), Share(all.Figure.Value)]),
                .. reasons.Select((one, index) => new ChartRow(
                    (index + 1).ToString(CultureInfo.InvariantCulture),
                    one.Reason.Length > 0 ? one.Reason : language.ReportText("chart.reasons.none"),
                    false,
                    [Cell(null, ChartCell.Worked(one.Count), []), Share(one.Count)])),
            ]);

        ChartCell Share(decimal? part) => Cell(null, ChartCell.Worked(all.Figure.Value > 0 ? part / all.Figure.Value * 100 : null, all.Figure), []);
        ChartCell Cell(Indicator? indicator, Figure figure, IReadOnlyList<string> notes) => new(indicator, region, question.Period, question.Category, figure, notes);
    }
}
