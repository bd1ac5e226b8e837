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
        string pack, string? period, string? language, string? territory, string? audience, ReportPacks packs, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var question = ReportText.Read(period, language, territory, audience);
        var write = packs.Find(pack) ?? throw new WrongQueryException("pack", $"There is no pack of that name. Known: {string.Join(", ", packs.Names)}.");
        var file = new MemoryStream();
        await write(file, question.Period, question.Language, question.Audience, configuration.GetValue<bool>("Demo:Enabled"), cancellationToken);
        file.Position = 0;
        return Results.File(file, Xlsx, $"{pack}-{question.Period.Code}-{question.Language.Code}{(question.Audience == Audience.Public ? "-public" : "")}.xlsx");
    }

    [ForPublic]
    private static async Task<IResult> ChartAsync(
        string indicator, string format, string? period, string? language, string? kind, string? audience, IndicatorCharts charts, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var question = ReportText.Read(period, language, null, audience);
        var asked = QueryText.Indicator(indicator);
        var chartFormat = QueryText.Code<ChartFormat>("format", format);
        var demo = configuration.GetValue<bool>("Demo:Enabled");
        var picture = kind switch
        {
            null or "" or "bar" => await charts.BarAsync(asked, question.Period, question.Language, question.Audience, chartFormat, demo, cancellationToken),
            "trend" => await charts.TrendAsync(asked, question.Period, question.Language, question.Audience, chartFormat, demo, cancellationToken),
            _ => throw new WrongQueryException("kind", "kind may be bar or trend."),
        };
        return Results.File(picture, chartFormat == ChartFormat.Svg ? "image/svg+xml" : "image/png");
    }
}
