using Analytics.Etl.Loading;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Etl.Runs;

/// <summary>Runs in the control database: what was asked of the loads, by whom, and what came of it. <see cref="RunUnits"/> are their parts.</summary>
public sealed class RunLedger(ControlDatabase control)
{
    /// <summary>Runs that are kept.</summary>
    public const int Kept = 1000;

    /// <summary>A run at work gives a sign of life every second. One that is done by many jobs may wait between two of them.</summary>
    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan SilenceOfJobs = TimeSpan.FromMinutes(30);

    /// <summary>What was left unfinished longer ago than this is begun anew.</summary>
    private static readonly TimeSpan Continuable = TimeSpan.FromDays(7);

    /// <summary>Opens a run, goes on with the unfinished one of the same request, or finds the one that does the same already.</summary>
    public async Task<OpenedRun> OpenAsync(RunRequest request, CancellationToken cancellationToken)
    {
        var now = await control.NowAsync(cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        await ExpireAsync(context, now, cancellationToken);
        if (await FindAlikeAsync(context, request, cancellationToken) is { } open)
        {
            return new OpenedRun(open, RunOpening.AlreadyOpen);
        }

        if (request is { Kind: RunKind.Backfill, Restart: false } && await ContinueAsync(context, request, now, cancellationToken) is { } continued)
        {
            return new OpenedRun(continued, RunOpening.Continued);
        }

        var run = New(request, await control.NextNumberAsync("run", cancellationToken), now);
        context.Runs.Add(run);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two asked in the same moment; only one run can be open for what they ask.
            context.ChangeTracker.Clear();
            if (await FindAlikeAsync(context, request, cancellationToken) is { } first)
            {
                return new OpenedRun(first, RunOpening.AlreadyOpen);
            }

            throw;
        }

        await KeepAsync(context, cancellationToken);
        return new OpenedRun(run, RunOpening.New);
    }

    /// <summary>A queued run is at work from now on; null when somebody else has taken it or it was cancelled.</summary>
    public async Task<LoadRunRow?> BeginAsync(long number, CancellationToken cancellationToken)
    {
        var now = await control.NowAsync(cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        var taken = await context.Runs.Where(run => run.Number == number && run.State == RunState.Queued).ExecuteUpdateAsync(
            run => run.SetProperty(one => one.State, RunState.Running)
                .SetProperty(one => one.StartedAt, one => one.StartedAt ?? now)
                .SetProperty(one => one.HeartbeatAt, now)
                .SetProperty(one => one.RowsPerSecond, 0),
            cancellationToken);
        return taken == 1 ? await context.Runs.AsNoTracking().SingleAsync(run => run.Number == number, cancellationToken) : null;
    }

    /// <summary>Ends a run that is open; one that has ended stays as it is.</summary>
    public async Task EndAsync(long number, RunState state, LoadMessage message, CancellationToken cancellationToken)
    {
        var now = await control.NowAsync(cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        await EndAsync(context, context.Runs.Where(run => run.Number == number), state, message, now, cancellationToken);
    }

    /// <summary>Asks a run to stop. One that nobody works at ends at once; another stops within a second.</summary>
    /// <returns>False when there is no such run or it has ended.</returns>
    public async Task<bool> CancelAsync(long number, CancellationToken cancellationToken)
    {
        var now = await control.NowAsync(cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        await ExpireAsync(context, now, cancellationToken);
        var ended = await EndAsync(context, context.Runs.Where(run => run.Number == number && run.State == RunState.Queued), RunState.Cancelled, "", now, cancellationToken);
        var asked = await context.Runs.Where(run => run.Number == number && run.State == RunState.Running)
            .ExecuteUpdateAsync(run => run.SetProperty(one => one.CancelRequested, true), cancellationToken);
        return ended + asked > 0;
    }

    /// <summary>Called when a data directory has a new owner, who knows that no other process works on it.</summary>
    public async Task InterruptAllAsync(CancellationToken cancellationToken)
    {
        var now = await control.NowAsync(cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        await EndAsync(context, context.Runs, RunState.Interrupted, "", now, cancellationToken);
    }

    /// <summary>A scheduled check found nothing to load. Checks without a finding one after another are one row of the history.</summary>
    public async Task NoteQuietCheckAsync(LoadMessage message, CancellationToken cancellationToken)
    {
        var now = await control.NowAsync(cancellationToken);
        var (text, json) = message.Stored;
        var state = text.Length == 0 ? RunState.Done : RunState.Failed;
        await using var context = await control.OpenAsync(cancellationToken);
        var last = await context.Runs.Where(run => run.Kind == RunKind.Check && run.FinishedAt != null).OrderByDescending(run => run.Number).FirstOrDefaultAsync(cancellationToken);
        var quiet = last is { UnitsTotal: 0, RequestedBy: RunRequest.Schedule } && last.State == state && last.Message == text
            ? last
            : New(new RunRequest(RunKind.Check, RunScope.All, RunRequest.Schedule), await control.NextNumberAsync("run", cancellationToken), now);
        if (quiet != last)
        {
            context.Runs.Add(quiet);
        }

        (quiet.State, quiet.Message, quiet.MessageJson, quiet.OpenScope) = (state, text, json, null);
        (quiet.StartedAt, quiet.FinishedAt, quiet.HeartbeatAt) = (now, now, now);
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<LoadRunRow?> FindAsync(long number, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.Runs.AsNoTracking().SingleOrDefaultAsync(run => run.Number == number, cancellationToken);
    }

    /// <summary>The last runs, newest first.</summary>
    public async Task<IReadOnlyList<LoadRunRow>> ListAsync(int count, CancellationToken cancellationToken)
    {
        var now = await control.NowAsync(cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        await ExpireAsync(context, now, cancellationToken);
        return await context.Runs.AsNoTracking().OrderByDescending(run => run.Number).Take(count).ToListAsync(cancellationToken);
    }

    private static LoadRunRow New(RunRequest request, long number, DateTimeOffset now) => new()
    {
        Number = number,
        Kind = request.Kind,
        Source = request.Scope.Source,
        Process = request.Scope.Process,
        FromPeriod = request.Scope.From,
        ToPeriod = request.Scope.To,
        AcceptDrop = request.AcceptDrop,
        RequestedBy = request.By,
        RequestKey = request.Key,
        OpenScope = request.OpenScope,
        State = RunState.Queued,
        RequestedAt = now,
    };

    private static Task<LoadRunRow?> FindAlikeAsync(ControlContext context, RunRequest request, CancellationToken cancellationToken) => context.Runs.AsNoTracking()
        .Where(run => (request.OpenScope != null && run.OpenScope == request.OpenScope) || (request.Key != null && run.RequestKey == request.Key))
        .OrderByDescending(run => run.Number)
        .FirstOrDefaultAsync(cancellationToken);

    // The newest run of the same request, when it did not come to its end.
    private static async Task<LoadRunRow?> ContinueAsync(ControlContext context, RunRequest request, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var scope = request.Scope;
        var last = await context.Runs.AsNoTracking()
            .Where(run => run.Kind == request.Kind && run.Source == scope.Source && run.Process == scope.Process && run.FromPeriod == scope.From && run.ToPeriod == scope.To)
            .OrderByDescending(run => run.Number)
            .FirstOrDefaultAsync(cancellationToken);
        if (last is not { State: RunState.Cancelled or RunState.Interrupted } || last.AcceptDrop != request.AcceptDrop || last.FinishedAt < now - Continuable)
        {
            return null;
        }

        var taken = await context.Runs.Where(run => run.Number == last.Number && run.State == last.State).ExecuteUpdateAsync(
            run => run.SetProperty(one => one.State, RunState.Queued)
                .SetProperty(one => one.OpenScope, request.OpenScope)
                .SetProperty(one => one.FinishedAt, (DateTimeOffset?)null)
                .SetProperty(one => one.Message, "")
                .SetProperty(one => one.MessageJson, "")
                .SetProperty(one => one.CancelRequested, false),
            cancellationToken);
        return taken == 1 ? await context.Runs.AsNoTracking().SingleAsync(run => run.Number == last.Number, cancellationToken) : null;
    }

    private static async Task ExpireAsync(ControlContext context, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (dead, deadJobs) = (now - Silence, now - SilenceOfJobs);
        await EndAsync(
            context,
            context.Runs.Where(run => run.State == RunState.Running && run.HeartbeatAt < (run.Kind == RunKind.Check ? deadJobs : dead)),
            RunState.Interrupted,
            "",
            now,
            cancellationToken);
    }

    private static Task<int> EndAsync(
        ControlContext context, IQueryable<LoadRunRow> runs, RunState state, LoadMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (text, json) = message.Stored;
        return runs.Where(run => run.State == RunState.Queued || run.State == RunState.Running).ExecuteUpdateAsync(
            run => run.SetProperty(one => one.State, state)
                .SetProperty(one => one.Message, text)
                .SetProperty(one => one.MessageJson, json)
                .SetProperty(one => one.OpenScope, (string?)null)
                .SetProperty(one => one.FinishedAt, now),
            cancellationToken);
    }

    private static async Task KeepAsync(ControlContext context, CancellationToken cancellationToken)
    {
        var oldest = await context.Runs.OrderByDescending(run => run.Number).Skip(Kept - 1).Select(run => (long?)run.Number).FirstOrDefaultAsync(cancellationToken);
        if (oldest is { } number)
        {
            await context.RunUnits.Where(unit => unit.Run < number).ExecuteDeleteAsync(cancellationToken);
            await context.Runs.Where(run => run.Number < number).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
