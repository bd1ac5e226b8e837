using Analytics.Dashboard.Security;
using Analytics.Reports.Charts;
using Analytics.Reports.Workbooks;
using Analytics.Warehouse.Indicators;

namespace Analytics.Dashboard.Api;

/// <summary>Workbooks and pictures for download.</summary>
public static class ReportSetup
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static WebApplication MapReports(this WebApplication app)
    {
        var files = app.MapGroup("").AddEndpointFilter<ApiProblems>();
        files.MapGet("/reports/{pack}.xlsx", WorkbookAsync).WithSummary("A workbook");
        files.MapGet("/charts/{indicator}.{format:regex(^(svg|png)$)}", ChartAsync).WithSummary("A chart as a picture");
        return app;
    }

    [ForPublic]
    private static async Task<IResult> WorkbookAsync(
        string pack, string? period, string? language, string? territory, string? boundaries, string? audience, ReportPacks packs, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var question = ReportText.Read(period, language, territory, boundaries, audience, configuration.GetValue<bool>("Demo:Enabled"));
        var write = packs.Find(pack) ?? throw new WrongQueryException("pack", $"There is no pack of that name. Known: {string.Join(", ", packs.Names)}.");
        var file = new MemoryStream();
        await write(file, question, cancellationToken);
        file.Position = 0;
        return Results.File(file, Xlsx, $"{pack}-{question.Period.Code}-{question.Language.Code}{(question.Boundaries == Boundaries.AsReported ? "" : $"-{question.Boundaries.Code()}")}{(question.Audience == Audience.Public ? "-public" : "")}.xlsx");
    }

    [ForPublic]
    private static async Task<IResult> ChartAsync(
        string indicator, string format, string? period, string? language, string? kind, string? boundaries, string? audience, IndicatorCharts charts, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var question = ReportText.Read(period, language, null, boundaries, audience, configuration.GetValue<bool>("Demo:Enabled"));
        var asked = QueryText.Indicator(indicator);
        var chartFormat = QueryText.Code<ChartFormat>("format", format);
        var picture = kind switch
        {
            null or "" or "bar" => await charts.BarAsync(asked, question, chartFormat, cancellationToken),
            "trend" => await charts.TrendAsync(asked, question, chartFormat, cancellationToken),
            _ => throw new WrongQueryException("kind", "kind may be bar or trend."),
        };
        return Results.File(picture, chartFormat == ChartFormat.Svg ? "image/svg+xml" : "image/png");
    }
}
