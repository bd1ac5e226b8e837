using Analytics.Etl;
using Analytics.Etl.Loading;
using Analytics.Etl.Runs;
using Analytics.Warehouse.Control;
using Hangfire;

namespace Analytics.Dashboard.Pages.Loads;

/// <summary>
/// Everything that an operator can do on the pages of loads; who may do it is decided here when there is a sign-in. Each asks
/// for a run and tells its number; asked for twice, it is one run.
/// </summary>
public sealed class DataOperations(RunLedger runs, Preview preview, IBackgroundJobClient jobs)
{
    /// <summary>Compares every unit with its source, and loads nothing.</summary>
    /// <param name="form">Number of the form that asks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<long> CheckAsync(string? form, CancellationToken cancellationToken) =>
        StartAsync(new RunRequest(RunKind.Check, RunScope.All, RunRequest.Page, Key: Key(form, "check")), cancellationToken);

    /// <summary>Loads what differs from its source.</summary>
    public Task<long> LoadChangedAsync(string? form, CancellationToken cancellationToken) =>
        StartAsync(new RunRequest(RunKind.Load, RunScope.All, RunRequest.Page, Key: Key(form, "load")), cancellationToken);

    /// <summary>Loads every unit of a range anew.</summary>
    public Task<long> BackfillAsync(RunScope scope, string? form, CancellationToken cancellationToken) =>
        StartAsync(new RunRequest(RunKind.Backfill, scope, RunRequest.Page, Key: Key(form, "backfill")), cancellationToken);

    /// <summary>Loads one unit anew.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="acceptDrop">True when the operator confirms that many rows are gone at the source.</param>
    /// <param name="form">Number of the form that asks.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<long> LoadUnitAsync(UnitKey unit, bool acceptDrop, string? form, CancellationToken cancellationToken) =>
        StartAsync(new RunRequest(RunKind.Backfill, RunScope.Of(unit), RunRequest.Page, AcceptDrop: acceptDrop, Key: Key(form, acceptDrop ? "accept" : "unit")), cancellationToken);

    /// <summary>What loading a unit would change; nothing is published and no run is written.</summary>
    public Task<PreviewResult> PreviewAsync(UnitKey unit, CancellationToken cancellationToken) => preview.RunAsync(unit, cancellationToken);

    /// <summary>Goes on with a backfill that was stopped.</summary>
    public Task<long> ContinueAsync(LoadRunRow run, CancellationToken cancellationToken) => StartAsync(
        new RunRequest(run.Kind, new RunScope(run.Source, run.Process, run.FromPeriod, run.ToPeriod), RunRequest.Page, AcceptDrop: run.AcceptDrop), cancellationToken);

    /// <summary>Stops a run. The unit at work is left as it was.</summary>
    public Task CancelAsync(long run, CancellationToken cancellationToken) => runs.CancelAsync(run, cancellationToken);

    private async Task<long> StartAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var (run, opening) = await runs.OpenAsync(request, cancellationToken);
        if (opening != RunOpening.AlreadyOpen)
        {
            jobs.Enqueue<Schedule>(schedule => schedule.RunAsync(run.Number, CancellationToken.None));
        }

        return run.Number;
    }

    // A page has several forms with one number.
    private static string? Key(string? form, string what) => Guid.TryParse(form, out var number) ? $"{number:N}/{what}" : null;
}
