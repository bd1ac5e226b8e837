using Analytics.Dashboard.Api;
using Analytics.Dashboard.Pages.Loads;
using Analytics.Etl.Loading;
using Analytics.Etl.Runs;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Publications;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>State of the loads from the control database: it can be read while nothing is published yet. The operator's buttons ask for runs.</summary>
public sealed class DataModel(
    UnitLedger ledger, RunLedger runs, SourceRegistry sources, PublicationLedger publications, DataOperations operations, TimeProvider clock) : PageModel
{
    public const int RunsShown = 20;

    public Language Language { get; private set; } = Language.Russian;

    public DateTimeOffset Now { get; private set; }

    public IReadOnlyList<SourceGrid> Sources { get; private set; } = [];

    /// <summary>All units that the ledger knows.</summary>
    public IReadOnlyList<UnitCell> Units => [.. Sources.SelectMany(source => source.Units)];

    public IReadOnlyList<LoadRunRow> Runs { get; private set; } = [];

    public IEnumerable<LoadRunRow> OpenRuns => Runs.Where(run => run.IsOpen);

    public Publication? Publication { get; private set; }

    /// <summary>When the sources were last compared with the ledger.</summary>
    public DateTimeOffset? CheckedAt => Units.Max(cell => cell.Unit.CheckedAt);

    /// <summary>Every source with the tables it feeds, for the form.</summary>
    public IReadOnlyList<(string Source, IReadOnlyList<string> Tables)> Feeds { get; private set; } = [];

    /// <summary>The parameter of the form that cannot be read, in the answer to it.</summary>
    public string? Wrong { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Language = PageLanguage.Take(HttpContext);
        Now = clock.GetUtcNow();
        Sources = SourceGrid.Of(await ledger.AllAsync(cancellationToken), Now);
        Runs = await runs.ListAsync(RunsShown, cancellationToken);
        Publication = await publications.CurrentAsync(cancellationToken);
        Feeds = [.. sources.Feeds().GroupBy(feed => feed.Source.Name).Select(source => (source.Key, (IReadOnlyList<string>)[.. source.Select(feed => feed.Mapping.Process.Name)]))];
    }

    public async Task<IActionResult> OnPostCheckAsync(string? form, CancellationToken cancellationToken) =>
        ShowRun(await operations.CheckAsync(form, cancellationToken));

    public async Task<IActionResult> OnPostLoadAsync(string? form, CancellationToken cancellationToken) =>
        ShowRun(await operations.LoadChangedAsync(form, cancellationToken));

    /// <summary>Asks for a backfill.</summary>
    /// <param name="feed">Source, or source and table divided by a slash; empty for all.</param>
    /// <param name="from">First month, or empty.</param>
    /// <param name="to">Last month, or empty.</param>
    /// <param name="form">Number of the form.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IActionResult> OnPostBackfillAsync(string? feed, string? from, string? to, string? form, CancellationToken cancellationToken)
    {
        var parts = (feed ?? "").Split('/');
        var scope = new RunScope(parts[0] is { Length: > 0 } source ? source : null, parts.Length > 1 ? parts[1] : null);
        try
        {
            var (first, last) = (QueryText.Month("from", from), QueryText.Month("to", to));
            if (!sources.Feeds(scope.Source, scope.Process).Any() || last < first)
            {
                throw new WrongQueryException("to", "The range is empty.");
            }

            return ShowRun(await operations.BackfillAsync(scope with { From = first is null ? null : from, To = last is null ? null : to }, form, cancellationToken));
        }
        catch (WrongQueryException exception)
        {
            await OnGetAsync(cancellationToken);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            Wrong = exception.Message;
            return Page();
        }
    }

    private RedirectResult ShowRun(long number) => Redirect($"{Request.PathBase}/data/runs/{number}");
}
