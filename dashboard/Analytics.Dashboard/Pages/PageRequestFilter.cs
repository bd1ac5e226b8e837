using Analytics.Dashboard.Pages.Boards;
using Analytics.Dashboard.Pages.Caching;
using Analytics.Dashboard.Pages.Maps.Layers;
using Analytics.Warehouse.Disclosure;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Targets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Analytics.Dashboard.Pages;

/// <summary>
/// What happens before a page of figures: language, publication, state of the page, browser's cache. Answers in the page's
/// stead when a parameter is wrong (400), when nothing is published or the engine cannot be reached (503), or when the page was made before.
/// </summary>
public sealed partial class PageRequestFilter(PublicationLedger ledger, CompletenessReader completeness, TargetLedger targets, AttentionReader attentions, MapLayers layers, LoadStamp loads, PageCache cache, TimeProvider clock, IConfiguration configuration, ILogger<PageRequestFilter> logger) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        try
        {
            context.Result = await AnswerAsync(http);
        }
        catch (Exception exception) when (WarehouseFault.Is(exception))
        {
            WarehouseUnreachable(logger, exception);
            context.Result = ProblemView.Of(http, Problem.Restarting);
        }

        if (context.Result is not null)
        {
            return;
        }

        var executed = await next();
        if (executed is { ExceptionHandled: false, Exception: { } thrown } && ProblemOf(thrown) is { } problem)
        {
            WarehouseUnreachable(logger, thrown);
            executed.ExceptionHandled = true;
            executed.Result = ProblemView.Of(http, problem);
        }
    }

    /// <summary>The answer that takes the page's place, or null when the page is to be made.</summary>
    private async Task<IActionResult?> AnswerAsync(HttpContext http)
    {
        var request = http.Request;
        var language = PageLanguage.Of(http);
        if (request.Query.ContainsKey(PageLanguage.Parameter))
        {
            PageLanguage.Remember(http, language);
        }

        var publication = await ledger.CurrentAsync(http.RequestAborted);
        if (publication is null || LoadedMonths.Latest(publication, await completeness.ReadAsync(publication, http.RequestAborted)) is not { } latest)
        {
            return ProblemView.Of(http, Problem.Loading);
        }

        if (PageQueryReader.Read(request.Query, latest, out var wrong) is not { } query)
        {
            return ProblemView.Of(http, Problem.Wrong(wrong!));
        }

        if (PageQueryReader.PeriodOfForm(request.Query) is { } code)
        {
            return Warehouse.Indicators.Period.TryParse(code, out var period)
                ? new LocalRedirectResult("~" + (query with { Period = period, With = PageQueryReader.OtherPeriodOfForm(request.Query, period) ?? query.With }).Link(request.Path, language))
                : ProblemView.Of(http, Problem.Wrong(new WrongParameter("year", code, ["2020", "2020-06", "2020Q2", "2020-01..06"])));
        }

        var attention = await attentions.ReadAsync(http.RequestAborted);
        var visit = query.Audience == Audience.Internal ? Visit.Take(http, publication.Number, clock.GetUtcNow()) : null;
        if (query.Audience == Audience.Public)
        {
            // What is hidden may change without the publication.
            http.Response.Headers.CacheControl = "no-store";
        }
        else if (cache.Answer(http, PageIdentity.Of(http, publication, attention, await LedgersAsync(http), visit, language, configuration)) is { } known)
        {
            return known;
        }

        http.Features.Set(new PageRequest(language, request.Path, query, publication, attention) { Visit = visit });
        return null;
    }

    /// <summary>What changes without the publication. The page of a figure tells of its loads and the quarantine.</summary>
    private async Task<string> LedgersAsync(HttpContext http) =>
        $"{await targets.StampAsync(http.RequestAborted)}|{layers.Stamp}|{(http.Request.Path.StartsWithSegments("/figures") ? await loads.ReadAsync(http.RequestAborted) : "")}";

    private static Problem? ProblemOf(Exception exception) => exception switch
    {
        NotPublicException unready => Problem.NotPublic(unready.State),
        NothingPublishedException => Problem.Loading,
        _ when WarehouseFault.Is(exception) => Problem.Restarting,
        _ => null,
    };

    [LoggerMessage(Level = LogLevel.Warning, Message = "A page could not be answered: the figures cannot be read now.")]
    private static partial void WarehouseUnreachable(ILogger logger, Exception exception);
}
