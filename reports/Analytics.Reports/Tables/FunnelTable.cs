using Analytics.Reports.Texts;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Texts;

namespace Analytics.Reports.Tables;

/// <summary>
/// How far the grant applications received in the period have come: still under review, approved, paid; refused, withdrawn. Of each category
/// the number and its share of those received. What was withdrawn is the rest, for an application has one of four states.
/// </summary>
public static class FunnelTable
{
    public const string Withdrawn = "withdrawn";

    /// <summary>The indicators of the stages in their order; the first is the whole.</summary>
    public static IReadOnlyList<Indicator> Stages { get; } = [.. new[] { "grant_applications", "grants_under_review", "grants_approved", "grants_paid", "grants_refused" }.Select(IndicatorCatalogue.Get)];

    /// <summary>The categories shown: the one asked for, or all together and each by itself.</summary>
    public static IReadOnlyList<Category> Categories(ReportQuestion question) => question.Category == Category.All ? Enum.GetValues<Category>() : [question.Category];

    /// <param name="answers">Answers for the region, one for each category.</param>
    /// <param name="question">What was asked.</param>
    public static ChartTable Of(IReadOnlyList<(Category Category, IndicatorAnswer Answer)> answers, ReportQuestion question)
    {
        var language = question.Language;
        var region = Territories.Shipped.Region;
        var rows = Stages.Select(stage => new ChartRow(stage.Code, language.ShortName(stage), false, [.. answers.SelectMany(one => Pair(one, stage))]))
            .Append(new ChartRow(Withdrawn, language.ReportText("chart.withdrawn"), false, [.. answers.SelectMany(Rest)]));
        return new ChartTable(
            ChartKind.Funnel,
            Stages[0],
            question,
            answers[0].Answer,
            language.ReportText("chart.funnel.title"),
            language.ReportText("chart.stage"),
            [.. answers.SelectMany(one => new[]
            {
                ChartColumn.Of(Stages[0], one.Category.Code(), language.Name(one.Category)),
                new ChartColumn(one.Category.Code() + ".share", language.ReportText("chart.share"), IndicatorUnit.Percent, 1),
            })],
            [.. rows]);

        IEnumerable<ChartCell> Pair((Category Category, IndicatorAnswer Answer) one, Indicator stage)
        {
            var value = one.Answer[stage, region];
            return [new ChartCell(stage, region, question.Period, one.Category, value.Figure, value.Notes), Share(one, value.Figure)];
        }

        IEnumerable<ChartCell> Rest((Category Category, IndicatorAnswer Answer) one)
        {
            Figure Of(string code) => one.Answer[IndicatorCatalogue.Get(code), region].Figure;
            var (received, review, approved, refused) = (Of("grant_applications"), Of("grants_under_review"), Of("grants_approved"), Of("grants_refused"));
            var rest = ChartCell.Worked(received.Value - review.Value - approved.Value - refused.Value, received, review, approved, refused);
            return [new ChartCell(null, region, question.Period, one.Category, rest, []), Share(one, rest)];
        }

        ChartCell Share((Category Category, IndicatorAnswer Answer) one, Figure part)
        {
            var whole = one.Answer[Stages[0], region].Figure;
            return new ChartCell(null, region, question.Period, one.Category, ChartCell.Worked(whole.Value > 0 ? part.Value / whole.Value * 100 : null, part, whole), []);
        }
    }
}
