using Analytics.Dashboard.Security;
using Analytics.Reports;
using Analytics.Reports.Charts;
using Analytics.Reports.Extracts;
using Analytics.Reports.Tables;
using Analytics.Reports.Workbooks;
using Analytics.Reports.Workbooks.Packs;
using Analytics.Warehouse.Indicators;
using Microsoft.AspNetCore.Http.Features;

namespace Analytics.Dashboard.Api;

/// <summary>Workbooks and pictures for download.</summary>
public static class ReportSetup
{
    private const string Pdf = "application/pdf";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static WebApplication MapReports(this WebApplication app)
    {
        var files = app.MapGroup("").AddEndpointFilter<ApiProblems>();
        files.MapGet("/reports/{pack}.{format:regex(^(xlsx|pdf)$)}", WorkbookAsync).WithSummary("A report pack as a workbook or for print");
        files.MapGet("/reports/rows.xlsx", RowsAsync).WithSummary("The facts of a process as a workbook, for those who may see rows");
        files.MapGet("/reports/tables/{group}.xlsx", TableAsync).WithSummary("The table of a group's page as a workbook");
        files.MapGet("/charts/{indicator}.{format:regex(^(svg|png|csv|xlsx)$)}", ChartAsync).WithSummary("A chart as a picture, as CSV or as a workbook");
        return app;
    }

    [ForPublic]
    private static async Task<IResult> WorkbookAsync(
        string pack, string format, [AsParameters] ReportParameters asked, ReportPacks packs, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var chosen = packs.Find(pack) ?? throw new WrongQueryException("pack", $"There is no pack {pack}. Known: {string.Join(", ", packs.Names)}.");
        var question = ReportText.Read(chosen, asked, configuration.GetValue<bool>("Demo:Enabled"));
        var file = new MemoryStream();
        await chosen.WriteAsync(file, question, QueryText.Code<PackFormat>("format", format), cancellationToken);
        file.Position = 0;
        return Results.File(file, format == "pdf" ? Pdf : Xlsx, $"{FileName(chosen, question)}.{format}");
    }

    [ForPublic]
    private static async Task<IResult> ChartAsync(
        string indicator, string format, [AsParameters] ChartParameters asked, IndicatorCharts charts, ChartTables tables, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var question = ReportText.Read(asked, configuration.GetValue<bool>("Demo:Enabled"));
        var drawn = QueryText.Indicator(indicator);
        var kind = Kind(drawn, asked.Kind);
        if (format is "svg" or "png")
        {
            var picture = QueryText.Code<ChartFormat>("format", format);
            var bytes = kind switch
            {
                ChartKind.Bar => await charts.BarAsync(drawn, question, picture, cancellationToken),
                ChartKind.Trend => await charts.TrendAsync(drawn, question, picture, cancellationToken),
                _ => IndicatorCharts.Rows(await tables.ReadAsync(drawn, kind, question, cancellationToken), picture),
            };
            return Results.File(bytes, picture == ChartFormat.Svg ? "image/svg+xml" : "image/png");
        }

        var table = await tables.ReadAsync(drawn, kind, question, cancellationToken);
        var name = $"{indicator}-{kind.Code()}-{Name(question)}.{format}";
        return format == "csv" ? Results.File(ChartCsv.Write(table), "text/csv; charset=utf-8", name) : Results.File(ChartWorkbook.Write(table), Xlsx, name);
    }

    [ForPublic]
    private static async Task<IResult> TableAsync(
        string group, [AsParameters] ChartParameters asked, GroupTables tables, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var question = ReportText.Read(asked, configuration.GetValue<bool>("Demo:Enabled"));
        var file = await tables.WriteAsync(QueryText.Code<IndicatorGroup>("group", group), question, cancellationToken);
        return Results.File(file, Xlsx, $"{group}-{Name(question)}.xlsx");
    }

    // Nothing is kept in memory; a failure on the way breaks the download off, so that no part is taken for the whole.
    private static async Task<IResult> RowsAsync(
        HttpContext http, string? fact, string? period, string? territory, string? language, RowAccess access, RowExtract extract, IConfiguration configuration, CancellationToken cancellationToken)
    {
        if (!access.IsAllowed)
        {
            return Results.Problem("Rows are shown only to those who have the right to see them.", statusCode: StatusCodes.Status403Forbidden);
        }

        var question = ReportText.ReadRows(fact, period, territory, language, configuration.GetValue<bool>("Demo:Enabled"));
        var rows = await extract.ReadAsync(fact!, question, cancellationToken);
        // The archive's own few bytes between its parts are written without waiting.
        http.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;
        return Results.Stream(
            async output =>
            {
                using (rows)
                {
                    await RowExtract.WriteAsync(output, rows, fact!, question, cancellationToken);
                }
            },
            Xlsx,
            $"{fact}-{question.Place.Slug}-{question.Period.Code}-{question.Language.Code}.xlsx");
    }

    private static string FileName(ReportPack pack, ReportQuestion question) => string.Join('-', new[]
    {
        pack.Name,
        pack.IsAboutUnit ? question.Place.Slug : null,
        question.Period.Code,
        question.With?.Code,
        question.Language.Code,
        question.Boundaries == Boundaries.AsReported ? null : question.Boundaries.Code(),
        question.Audience == Audience.Public && !pack.IsForPublic ? "public" : null,
    }.OfType<string>());

    private static ChartKind Kind(Indicator indicator, string? text)
    {
        var kind = string.IsNullOrEmpty(text) ? ChartKind.Bar : QueryText.Code<ChartKind>("kind", text);
        var known = ChartTables.Kinds(indicator);
        return known.Contains(kind) ? kind : throw new WrongQueryException("kind", $"kind of {indicator.Code} may be {string.Join(", ", known.Select(one => one.Code()))}.");
    }

    private static string Name(ReportQuestion question) => string.Join('-', new[]
    {
        question.Period.Code,
        question.Language.Code,
        question.Category == Category.All ? null : question.Category.Code(),
        question.Aid == AidKind.All ? null : question.Aid.Code(),
        question.Boundaries == Boundaries.AsReported ? null : question.Boundaries.Code(),
        question.Audience == Audience.Public ? "public" : null,
    }.OfType<string>());
}
