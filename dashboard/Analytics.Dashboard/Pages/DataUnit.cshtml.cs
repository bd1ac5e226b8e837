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

/// <summary>One unit of loading: its totals on both sides, when they were found equal, which publication holds it, and its loads.</summary>
public sealed class DataUnitModel(
    UnitLedger ledger, RunUnits units, SourceRegistry sources, PublicationLedger publications, DataOperations operations, TimeProvider clock) : PageModel
{
    private const int LoadsShown = 20;

    public Language Language { get; private set; } = Language.Russian;

    public LoadUnitRow Unit { get; private set; } = null!;

    public UnitCell Cell { get; private set; } = null!;

    /// <summary>The publication in force, when it holds this very load of the unit.</summary>
    public Publication? Publication { get; private set; }

    public IReadOnlyList<LoadRunUnitRow> Loads { get; private set; } = [];

    /// <summary>True when a source is configured that feeds the unit, so that it can be loaded.</summary>
    public bool CanLoad { get; private set; }

    /// <summary>What a load would change, when it was asked for.</summary>
    public PreviewResult? Preview { get; private set; }

    public async Task<IActionResult> OnGetAsync(string source, string process, string period, CancellationToken cancellationToken)
    {
        Language = PageLanguage.Take(HttpContext);
        if (Key(source, process, period) is not { } key || await ledger.FindAsync(key, cancellationToken) is not { } unit)
        {
            return ProblemView.Of(HttpContext, Problem.NotFound);
        }

        (Unit, Cell) = (unit, UnitCell.Of(unit, clock.GetUtcNow()));
        Loads = await units.HistoryAsync(key, LoadsShown, cancellationToken);
        CanLoad = IsFed(key);
        var current = await publications.CurrentAsync(cancellationToken);
        Publication = unit.LoadId > 0 && current?.Units.Any(one => (one.Source, one.Table, one.Period, one.LoadId) == (unit.Source, unit.Process, unit.Period, unit.LoadId)) == true ? current : null;
        return Page();
    }

    /// <summary>Loads the unit anew.</summary>
    /// <param name="source">Source.</param>
    /// <param name="process">Process.</param>
    /// <param name="period">Period.</param>
    /// <param name="acceptDrop">True when the operator confirms that many rows are gone.</param>
    /// <param name="form">Number of the form.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IActionResult> OnPostAsync(string source, string process, string period, bool acceptDrop, string? form, CancellationToken cancellationToken) =>
        Key(source, process, period) is { } key && IsFed(key)
            ? Redirect($"{Request.PathBase}/data/runs/{await operations.LoadUnitAsync(key, acceptDrop, form, cancellationToken)}")
            : ProblemView.Of(HttpContext, Problem.NotFound);

    /// <summary>Shows what a load would change. It reads and stages the unit now, and leaves nothing.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string source, string process, string period, CancellationToken cancellationToken)
    {
        if (Key(source, process, period) is not { } key || !IsFed(key))
        {
            return ProblemView.Of(HttpContext, Problem.NotFound);
        }

        Preview = await operations.PreviewAsync(key, cancellationToken);
        return await OnGetAsync(source, process, period, cancellationToken);
    }

    private bool IsFed(UnitKey key) => sources.Feeds(key.Source, key.Process).Any();

    private static UnitKey? Key(string source, string process, string period)
    {
        try
        {
            // A slash stays encoded in a part of a path.
            return new UnitKey(Uri.UnescapeDataString(source), process, UnitPeriod.Parse(period));
        }
        catch (Exception exception) when (exception is FormatException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
