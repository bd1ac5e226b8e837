using Analytics.Reports.Texts;
using Analytics.Reports.Workbooks.Sheets;
using Analytics.Warehouse.Indicators;

namespace Analytics.Reports.Workbooks.Packs;

/// <summary>
/// Assignment and payment of targeted social assistance by district, as order № 347 of 10 August 2018 sets its forms out: total,
/// unconditional and conditional, for a month or a quarter and since January; and how the kinds of aid make up the total.
/// </summary>
internal sealed class StatutoryPack(IndicatorReader reader) : ReportPack
{
    public override string Name => "statutory";

    private protected override async Task<PackBook> ReadAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        var forms = new List<StatutoryForm>();
        var publication = question.Publication;
        foreach (var aid in StatutoryForm.Order(question.Period))
        {
            var form = await FormAsync(question with { Publication = publication, Aid = aid }, cancellationToken);
            publication = form.Content.Answer.Publication.Number;
            forms.Add(form);
        }

        var content = forms[0].Content;
        return new PackBook(
            content,
            content.Text("title.statutory"),
            [
                .. forms.Select(form => new PackSheet(form.SheetName, writer => new StatutorySheet(writer, form).Write())),
                new(content.Text("sheet.kinds_of_aid"), writer => new KindsOfAidSheet(writer, forms).Write()) { IsAboutOthers = true },
                .. Ending(content, [.. forms.SelectMany(form => form.SinceJanuary is { } toDate ? [form.Content.Answer, toDate] : new[] { form.Content.Answer })]),
            ]);
    }

    private async Task<StatutoryForm> FormAsync(ReportQuestion question, CancellationToken cancellationToken)
    {
        var query = question.Of(StatutoryForm.Indicators) with { Comparisons = new HashSet<Comparison>() };
        var answer = await reader.ReadAsync(query, cancellationToken);
        var sinceJanuary = Period.ToDate(question.Period.Year, question.Period.LastMonthNumber);
        var toDate = sinceJanuary == question.Period
            ? null
            : await reader.ReadAsync(query with { Period = sinceJanuary, Publication = answer.Publication.Number }, cancellationToken);
        return new StatutoryForm(new PackContent(answer, question.Language, question.IsDemo) { Shown = StatutoryForm.Indicators }, toDate);
    }
}
