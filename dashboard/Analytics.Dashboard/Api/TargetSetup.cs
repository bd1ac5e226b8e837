using Analytics.Dashboard.Targets;
using Analytics.Reports.Workbooks;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Targets;
using Analytics.Warehouse.Texts;

namespace Analytics.Dashboard.Api;

/// <summary>Targets for machines, and the workbook in which plans are brought.</summary>
public static class TargetSetup
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static WebApplication MapTargets(this WebApplication app)
    {
        var group = app.MapGroup("").AddEndpointFilter<ApiProblems>();
        group.MapGet("/api/v1/targets", TargetsAsync).WithSummary("Plans in force with both attainments, status, history and what is done about those off plan");
        group.MapGet("/targets/template.xlsx", TemplateAsync).WithSummary("A workbook to bring plans in, filled with those in force");
        return app;
    }

    private static async Task<IResult> TargetsAsync(
        TargetOverview overview, string? period, string? territory, string? indicator, string? publication, CancellationToken cancellationToken)
    {
        var asked = QueryText.Period(period);
        var indicators = string.IsNullOrEmpty(indicator) ? null : new[] { QueryText.Indicator(indicator) };
        long? number = string.IsNullOrEmpty(publication) ? null
            : long.TryParse(publication, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var read) ? read
            : throw new WrongQueryException("publication", "publication may be the number of one that is kept.");
        var (answer, lines) = await overview.ReadAsync(asked, TargetJson.TerritoriesOf(territory), indicators, number, cancellationToken);
        return Results.Json(
            new
            {
                period = asked.Code,
                publication = new PublicationRef(answer.Publication.Number, answer.Publication.PublishedAt),
                targets = lines.Select(line => TargetJson.Of(line, asked, answer.Publication.Number)),
            },
            ValueJson.Options);
    }

    private static async Task<IResult> TemplateAsync(TargetLedger ledger, PublicationLedger publications, string? year, string? language, CancellationToken cancellationToken)
    {
        var asked = QueryText.Period(year) is { IsWholeYear: true } whole ? whole.Year : throw new WrongQueryException("year", "year is written as 2021.");
        var shown = Language.Find(string.IsNullOrEmpty(language) ? "ru" : language) ?? throw new WrongQueryException("language", "language may be ru, kk or en.");
        var publication = await publications.CurrentAsync(cancellationToken);
        var book = await ledger.BookAsync(publication?.Number ?? long.MaxValue, cancellationToken);
        return Results.File(TargetTemplate.Write(asked, shown, book), Xlsx, $"targets-{asked}-{shown.Code}.xlsx");
    }
}
