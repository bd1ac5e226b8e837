using Analytics.Dashboard.Pages.Loads;
using Analytics.Etl.Runs;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Analytics.Dashboard.Pages;

/// <summary>One run: how far it is, what became of its units, and the button that stops it or goes on with it.</summary>
public sealed class DataRunModel(RunLedger runs, RunUnits units, DataOperations operations, TimeProvider clock) : PageModel
{
    /// <summary>Units that are listed; a long backfill has thousands.</summary>
    public const int Shown = 200;

    public Language Language { get; private set; } = Language.Russian;

    public DateTimeOffset Now { get; private set; }

    public LoadRunRow Run { get; private set; } = new() { Number = 0 };

    /// <summary>Its units: those that need attention first, then the ones at work, then the others.</summary>
    public IReadOnlyList<LoadRunUnitRow> Units { get; private set; } = [];

    public bool CanContinue => Run is { Kind: RunKind.Backfill, State: RunState.Cancelled or RunState.Interrupted };

    public async Task<IActionResult> OnGetAsync(long number, CancellationToken cancellationToken)
    {
        Language = PageLanguage.Take(HttpContext);
        Now = clock.GetUtcNow();
        if (await runs.FindAsync(number, cancellationToken) is not { } run)
        {
            return ProblemView.Of(HttpContext, Problem.NotFound);
        }

        Run = run;
        Units = [.. (await units.OfAsync(number, null, cancellationToken)).OrderBy(unit => unit.State switch
        {
            RunUnitState.Failed or RunUnitState.Held => 0,
            RunUnitState.Loading => 1,
            RunUnitState.Waiting => 2,
            _ => 3,
        })];
        return Page();
    }

    public async Task<IActionResult> OnPostCancelAsync(long number, CancellationToken cancellationToken)
    {
        await operations.CancelAsync(number, cancellationToken);
        return Redirect($"{Request.PathBase}/data/runs/{number}");
    }

    public async Task<IActionResult> OnPostContinueAsync(long number, CancellationToken cancellationToken) =>
        await runs.FindAsync(number, cancellationToken) is { Kind: RunKind.Backfill } run
            ? Redirect($"{Request.PathBase}/data/runs/{await operations.ContinueAsync(run, cancellationToken)}")
            : ProblemView.Of(HttpContext, Problem.NotFound);
}
