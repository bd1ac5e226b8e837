using Analytics.Dashboard.Api;
using Analytics.Dashboard.Pages.Tables;
using Analytics.Dashboard.Targets;
using Analytics.Etl.Targets.Upload;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Forecasts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Targets;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>Targets: plan and fact, who explains what is off plan, and the form by which plans are brought.</summary>
[TypeFilter<PageRequestFilter>]
[RequestSizeLimit(LargestRequest)]
public sealed class TargetsModel(TargetOverview overview, ForecastReader forecasts, TargetOperations operations) : PageModel
{
    /// <summary>Larger files are refused before they are read.</summary>
    private const long LargestRequest = 24L << 20;

    public PageRequest Frame { get; private set; } = null!;

    /// <summary>Slug of the territory shown, or <c>all</c>.</summary>
    public string TerritoryCode { get; private set; } = "";

    /// <summary>Code of the indicator shown, or empty for all.</summary>
    public string IndicatorCode { get; private set; } = "";

    public IReadOnlyList<TargetLine> Lines { get; private set; } = [];

    /// <summary>The year's end of each line, by indicator and territory; empty unless the period is a year to date.</summary>
    public IReadOnlyDictionary<(string Indicator, uint Territory), Forecast> Forecasts { get; private set; } = new Dictionary<(string, uint), Forecast>();

    public IReadOnlyList<Territory> Territories { get; private set; } = [];

    /// <summary>Indicators that have plans, for the filter.</summary>
    public IReadOnlyList<Indicator> Planned { get; private set; } = [];

    /// <summary>What came of an upload, in the answer to it.</summary>
    public UploadResult? Result { get; private set; }

    /// <summary>Field of a form that is wrong, in the answer to it.</summary>
    public string? WrongField { get; private set; }

    /// <summary>The target that was written about.</summary>
    public (string Indicator, string Territory)? Written { get; private set; }

    public int Year => Frame.Query.Period.Year;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    /// <summary>Brings a workbook.</summary>
    /// <param name="file">The workbook.</param>
    /// <param name="stage">Stage of rows that do not say.</param>
    /// <param name="decree">Number of the decree of rows that do not say.</param>
    /// <param name="decreeDate">Its day.</param>
    /// <param name="year">Year of rows that do not say.</param>
    /// <param name="author">Who brings it.</param>
    /// <param name="check">True to check only.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IActionResult> OnPostUploadAsync(
        IFormFile? file, string? stage, string? decree, string? decreeDate, string? year, string? author, bool check, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            WrongField = "file";
        }
        else
        {
            try
            {
                await using var content = file.OpenReadStream();
                Result = await operations.UploadAsync(
                    content,
                    new UploadRequest(file.FileName, author ?? "")
                    {
                        Stage = string.IsNullOrEmpty(stage) ? TargetStage.Approved : QueryText.Code<TargetStage>("stage", stage),
                        DecreeNumber = decree?.Trim() ?? "",
                        DecreeDate = QueryText.Day("decreeDate", decreeDate),
                        Year = string.IsNullOrEmpty(year) ? null : QueryText.Period(year).Year,
                        IsDryRun = check,
                    },
                    cancellationToken);
            }
            catch (WrongQueryException wrong)
            {
                WrongField = wrong.Parameter;
            }
        }

        if (WrongField is not null || Result is { IsRight: false })
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return await ShowAsync(cancellationToken);
    }

    /// <summary>Adds an entry about a target off plan.</summary>
    public async Task<IActionResult> OnPostActionAsync(
        string? indicator, string? about, string? owner, string? explanation, string? measure, string? due, string? state, string? author, CancellationToken cancellationToken)
    {
        Frame = PageRequest.Of(HttpContext);
        try
        {
            var territory = QueryText.Territory(about ?? "");
            Written = (QueryText.Indicator(indicator ?? "").Code, territory.Slug);
            WrongField = await operations.WriteAsync(
                new TargetAction
                {
                    Indicator = Written.Value.Indicator,
                    TerritoryId = territory.Id,
                    Year = Year,
                    Owner = owner?.Trim() ?? "",
                    Explanation = explanation?.Trim() ?? "",
                    Measure = measure?.Trim() ?? "",
                    DueDate = QueryText.Day("due", due),
                    State = string.IsNullOrEmpty(state) ? TargetActionState.Open : QueryText.Code<TargetActionState>("state", state),
                    RecordedBy = author ?? "",
                },
                cancellationToken);
        }
        catch (WrongQueryException wrong)
        {
            WrongField = wrong.Parameter;
        }

        if (WrongField is null)
        {
            return Redirect($"{Request.PathBase}{Link(Request.Query["territory"], Request.Query["indicator"])}#{Anchor(Written!.Value.Indicator, Written.Value.Territory)}");
        }

        Response.StatusCode = StatusCodes.Status400BadRequest;
        return await ShowAsync(cancellationToken);
    }

    public static string Anchor(string indicator, string territory) => $"target-{indicator}-{territory}";

    /// <summary>The page's address for a territory and an indicator.</summary>
    public string Link(string? territory, string? indicator) => new QueryString("?period=" + Frame.Query.Period.Code)
        .Add("territory", string.IsNullOrEmpty(territory) ? "vko" : territory)
        .Add("indicator", indicator ?? "")
        .Add(PageLanguage.Parameter, Frame.Language.Code) is var query ? "/targets" + query : "";

    public string Handler(string name) => Link(TerritoryCode, IndicatorCode) + "&handler=" + name;

    /// <summary>How money and other values of a line are written.</summary>
    public FigureScale Scale(TargetLine line) => FigureScale.Of(line.Value.Indicator, Frame.Language);

    /// <summary>What must be said of a plan, with its numbers.</summary>
    public IEnumerable<string> Notes(TargetLine line)
    {
        var (language, figure, scale) = (Frame.Language, line.Figure, Scale(line));
        foreach (var note in figure.Notes)
        {
            yield return note == TargetFigure.BelowLastYear && figure.LastYear is { } last
                ? language.Page("targets.below", Year, scale.Number(language, figure.Year), Year - 1, scale.Number(language, last), language.SignedNumber((figure.Year - last) / last * 100, 1) + language.PercentSuffix)
                : language.Note(note);
        }
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        Frame = PageRequest.Of(HttpContext);
        var period = Frame.Query.Period;
        Territories = Warehouse.Dimensions.Territories.Shipped.During(period.FirstDay, period.LastDay);
        IndicatorCode = Request.Query["indicator"].ToString();
        TerritoryCode = Request.Query["territory"].ToString() is { Length: > 0 } asked ? asked : IndicatorCode.Length > 0 ? "all" : Warehouse.Dimensions.Territories.Shipped.Region.Slug;
        if (IndicatorCode.Length > 0 && IndicatorCatalogue.Find(IndicatorCode) is null)
        {
            return ProblemView.Of(HttpContext, Problem.Wrong(new WrongParameter("indicator", IndicatorCode, [.. IndicatorCatalogue.All.Select(indicator => indicator.Code)])));
        }

        if (TerritoryCode != "all" && Warehouse.Dimensions.Territories.Shipped.Find(TerritoryCode) is null)
        {
            return ProblemView.Of(HttpContext, Problem.Wrong(new WrongParameter("territory", TerritoryCode, ["all", .. Warehouse.Dimensions.Territories.Shipped.All.Select(territory => territory.Slug)])));
        }

        var (_, all) = await overview.ReadAsync(period, TargetJson.TerritoriesOf(TerritoryCode), null, Frame.Publication.Number, cancellationToken);
        Planned = [.. all.Select(line => line.Value.Indicator).Distinct()];
        Lines = [.. all.Where(line => IndicatorCode.Length == 0 || line.Value.Indicator.Code == IndicatorCode)];
        Forecasts = await ForecastsAsync(cancellationToken);
        return Page();
    }

    private async Task<IReadOnlyDictionary<(string Indicator, uint Territory), Forecast>> ForecastsAsync(CancellationToken cancellationToken)
    {
        var period = Frame.Query.Period;
        if (period.Kind != PeriodKind.YearToDate || period.IsWholeYear)
        {
            return Forecasts;
        }

        var read = await Task.WhenAll(Lines.Select(line => forecasts.ReadAsync(
            new IndicatorQuery([line.Value.Indicator], [line.Value.Territory], period) { Publication = Frame.Publication.Number }, cancellationToken)));
        return read.ToDictionary(forecast => (forecast.Indicator.Code, forecast.Territory.Id));
    }
}
