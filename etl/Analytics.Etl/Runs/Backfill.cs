using Analytics.Etl.Loading;
using Analytics.Etl.Publishing;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;
using ClickHouse.Driver;

namespace Analytics.Etl.Runs;

/// <summary>
/// Does a run: finds its units, loads them one after another and publishes at the end, and every ten minutes of a long one.
/// What it has done is in the control database, so a run that was cancelled or killed goes on where it stopped.
/// </summary>
public sealed class Backfill(
    RunLedger runs, RunUnits units, RunPlan plan, LoadRun loads, UnitLedger ledger, Leases leases, PublicationBuilder publications, TimeProvider clock)
{
    private static readonly TimeSpan PublishEvery = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan BusyPause = TimeSpan.FromSeconds(1);

    /// <summary>Does a queued run to its end.</summary>
    /// <param name="number">Number of the run.</param>
    /// <param name="whenStopped">State of the run when the token stops it: cancelled by the one who asked, or interrupted with its process.</param>
    /// <param name="progress">Told every second how far the run is.</param>
    /// <param name="cancellationToken">Stops the run: the unit at work is left as it was.</param>
    /// <returns>How it ended, or null when another worker has it or it was cancelled before it began.</returns>
    public async Task<RunResult?> RunAsync(long number, RunState whenStopped, IProgress<LoadRunRow>? progress, CancellationToken cancellationToken)
    {
        if (await runs.BeginAsync(number, cancellationToken) is not { } run)
        {
            return null;
        }

        await using var live = new LiveRun(units, number, progress, clock, cancellationToken);
        IReadOnlyList<LoadMessage> failures = [];
        PublishResult? published = null;
        try
        {
            failures = await PlanAsync(run, live.Token);
            if (run.Kind != RunKind.Check)
            {
                await LoadAsync(run, live);

                // A publication that was begun is finished: it takes seconds, and a part of one would be left behind.
                published = await publications.PublishAsync(Reason(run), CancellationToken.None);
            }

            await EndAsync(number, failures);
        }
        catch (OperationCanceledException) when (live.Token.IsCancellationRequested)
        {
            await units.ReturnAsync(number, CancellationToken.None);
            await runs.EndAsync(number, live.CancelRequested ? RunState.Cancelled : whenStopped, "", CancellationToken.None);
        }
        catch (Exception exception)
        {
            await runs.EndAsync(number, RunState.Failed, Told(exception), CancellationToken.None);
            throw;
        }

        return new RunResult(
            (await runs.FindAsync(number, CancellationToken.None))!, await units.OfAsync(number, null, CancellationToken.None), [.. failures.Select(failure => failure.Text)], published);
    }

    /// <summary>The scheduled check: puts the units that differ from their source before a run, whose jobs are <see cref="LoadWaitingAsync"/>.</summary>
    /// <returns>The run, and how many of its units wait; none when nothing differs.</returns>
    public async Task<(long Run, int Waiting)> CheckAsync(CancellationToken cancellationToken)
    {
        var (due, failures) = await plan.FindAsync(RunKind.Check, RunScope.All, cancellationToken);
        if (due.Count == 0)
        {
            await runs.NoteQuietCheckAsync(LoadMessage.All(failures), cancellationToken);
            return (0, 0);
        }

        return await AddAsync(due, cancellationToken);
    }

    /// <summary>Before the check: units in which rows were written since the last one, where a source says so.</summary>
    /// <returns>The run, and how many of its units wait.</returns>
    public async Task<(long Run, int Waiting)> CheckTouchedAsync(CancellationToken cancellationToken)
    {
        var due = await plan.FindTouchedAsync(cancellationToken);
        return due.Count == 0 ? (0, 0) : await AddAsync(due, cancellationToken);
    }

    private async Task<(long Run, int Waiting)> AddAsync(IReadOnlyDictionary<UnitKey, long> due, CancellationToken cancellationToken)
    {
        var (run, opening) = await runs.OpenAsync(new RunRequest(RunKind.Check, RunScope.All, RunRequest.Schedule), cancellationToken);
        if (opening == RunOpening.New)
        {
            await runs.BeginAsync(run.Number, cancellationToken);
        }

        var held = await leases.LiveNamesAsync(cancellationToken);
        bool IsAtWork(UnitKey unit) => Processes.Find(unit.Process) is { } process && held.Contains(UnitLoad.LeaseName(process, unit.Period));
        await units.ReturnDueAsync(run.Number, [.. due.Keys], IsAtWork, cancellationToken);
        await units.AddAsync(run.Number, due, cancellationToken);
        await units.CountAsync(run.Number, cancellationToken);
        return (run.Number, (await units.OfAsync(run.Number, RunUnitState.Waiting, cancellationToken)).Count);
    }

    /// <summary>
    /// Loads units of a run until none waits. Many workers may do it at once, and each unit is taken by one of them; whoever finds
    /// none has nothing to do. So a job too many does no harm, and one that was lost is made good by the next check.
    /// </summary>
    public async Task LoadWaitingAsync(long number, CancellationToken cancellationToken)
    {
        while (await runs.FindAsync(number, cancellationToken) is { IsOpen: true, CancelRequested: false } run
            && await units.TakeAsync(number, cancellationToken) is { } unit)
        {
            await LoadTakenAsync(run, unit, cancellationToken);
        }

        if (await runs.FindAsync(number, cancellationToken) is { IsOpen: true } open)
        {
            var counted = await units.CountAsync(number, cancellationToken);
            if (open.CancelRequested)
            {
                await runs.EndAsync(number, RunState.Cancelled, "", cancellationToken);
            }
            else if (counted.UnitsDone == counted.UnitsTotal)
            {
                await EndAsync(number, []);
            }
        }
    }

    private async Task LoadTakenAsync(LoadRunRow run, UnitKey unit, CancellationToken cancellationToken)
    {
        await using var live = new LiveRun(units, run.Number, null, clock, cancellationToken);
        try
        {
            await LoadAsync(run, unit, live);
        }
        catch (OperationCanceledException) when (live.Token.IsCancellationRequested)
        {
            await units.ReturnAsync(run.Number, unit, CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private async Task<IReadOnlyList<LoadMessage>> PlanAsync(LoadRunRow run, CancellationToken cancellationToken)
    {
        var scope = new RunScope(run.Source, run.Process, run.FromPeriod, run.ToPeriod);
        var (found, failures) = await plan.FindAsync(run.Kind, scope, cancellationToken);
        await units.AddAsync(run.Number, found, cancellationToken);
        await units.CountAsync(run.Number, cancellationToken);
        return failures;
    }

    private async Task LoadAsync(LoadRunRow run, LiveRun live)
    {
        var published = clock.GetTimestamp();
        foreach (var unit in await units.OfAsync(run.Number, RunUnitState.Waiting, live.Token))
        {
            live.Token.ThrowIfCancellationRequested();
            await LoadAsync(run, UnitKey.Of(unit), live);
            if (clock.GetElapsedTime(published) > PublishEvery)
            {
                await publications.PublishAsync(Reason(run), CancellationToken.None);
                published = clock.GetTimestamp();
            }
        }
    }

    private async Task LoadAsync(LoadRunRow run, UnitKey unit, LiveRun live)
    {
        await units.BeginAsync(run.Number, unit, live.Token);
        live.Work(unit);
        var options = LoadOptions.Usual with { AcceptDrop = run.AcceptDrop, Progress = live };
        var result = await loads.LoadAsync(unit, options, live.Token);
        while (result.Outcome == LoadOutcome.Busy)
        {
            await Task.Delay(BusyPause, clock, live.Token);
            result = await LoadedByOtherAsync(run, unit, live.Token) ?? await loads.LoadAsync(unit, options, live.Token);
        }

        await units.EndAsync(run.Number, result, CancellationToken.None);
    }

    // What differed and was loaded by another worker meanwhile needs no second load, unless every unit is wanted anew.
    private async Task<LoadResult?> LoadedByOtherAsync(LoadRunRow run, UnitKey unit, CancellationToken cancellationToken) =>
        run.Kind != RunKind.Backfill && await ledger.FindAsync(unit, cancellationToken) is { State: UnitState.Verified } row
            ? new LoadResult(unit, LoadOutcome.Loaded, row.RowCount, row.Quarantined, "")
            : null;

    private async Task EndAsync(long number, IReadOnlyList<LoadMessage> failures)
    {
        var run = await units.CountAsync(number, CancellationToken.None);
        await runs.EndAsync(
            number, run.UnitsFailed > 0 || failures.Count > 0 ? RunState.Failed : RunState.Done, LoadMessage.All(failures), CancellationToken.None);
    }

    // Of what was not foreseen only the kind: its text may hold what rows contain.
    private static LoadMessage Told(Exception exception) => exception switch
    {
        LoadException load => load.Told,
        ClickHouseServerException or HttpRequestException or IOException => new("run.not_done", WarehouseFailure.Message(exception)),
        _ when ControlFailure.Is(exception) => ControlFailure.Message(exception),
        _ => new("run.unexpected", exception.GetType().Name),
    };

    private static string Reason(LoadRunRow run) => $"run {run.Number}";
}
