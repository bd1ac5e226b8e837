using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Microsoft.EntityFrameworkCore;

namespace Analytics.Etl.Runs;

/// <summary>The units of the runs, and how far a run is: its counts are always those of its units.</summary>
public sealed class RunUnits(ControlDatabase control)
{
    /// <summary>Puts units before a run; those that it has already stay as they are.</summary>
    /// <returns>The units that were added.</returns>
    public async Task<IReadOnlyList<UnitKey>> AddAsync(long run, IReadOnlyDictionary<UnitKey, long> rows, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        var known = (await context.RunUnits.Where(unit => unit.Run == run).ToListAsync(cancellationToken)).Select(UnitKey.Of).ToHashSet();
        var added = rows.Keys.Where(unit => !known.Contains(unit)).ToList();
        context.RunUnits.AddRange(added.Select(unit => new LoadRunUnitRow
        {
            Run = run, Source = unit.Source, Process = unit.Process, Period = unit.Period.Code, State = RunUnitState.Waiting, RowCount = rows[unit],
        }));
        await context.SaveChangesAsync(cancellationToken);
        return added;
    }

    /// <summary>
    /// Units of a run that are due once more wait again: those that came to their end in it, and those that were at work when their
    /// worker died.
    /// </summary>
    /// <param name="run">Number of the run.</param>
    /// <param name="due">Units that differ from their source.</param>
    /// <param name="isAtWork">True of a unit that a living worker has.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task ReturnDueAsync(long run, IReadOnlyCollection<UnitKey> due, Func<UnitKey, bool> isAtWork, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        var ended = await context.RunUnits.Where(unit => unit.Run == run && unit.State != RunUnitState.Waiting).ToListAsync(cancellationToken);
        foreach (var unit in ended.Where(unit => due.Contains(UnitKey.Of(unit)) && !isAtWork(UnitKey.Of(unit))))
        {
            (unit.State, unit.RowsDone, unit.Message, unit.MessageJson, unit.FinishedAt) = (RunUnitState.Waiting, 0, "", "", null);
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes the next unit that waits, so that nobody else does; null when none waits.</summary>
    public async Task<UnitKey?> TakeAsync(long run, CancellationToken cancellationToken)
    {
        var now = await control.NowAsync(cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        var waiting = context.RunUnits.AsNoTracking()
            .Where(unit => unit.Run == run && unit.State == RunUnitState.Waiting)
            .OrderBy(unit => unit.Period).ThenBy(unit => unit.Source).ThenBy(unit => unit.Process);

        // Who finds it taken meanwhile looks for the next one.
        while (await waiting.FirstOrDefaultAsync(cancellationToken) is { } unit)
        {
            var taken = await One(context, run, UnitKey.Of(unit)).Where(one => one.State == RunUnitState.Waiting).ExecuteUpdateAsync(
                one => one.SetProperty(row => row.State, RunUnitState.Loading).SetProperty(row => row.StartedAt, now), cancellationToken);
            if (taken == 1)
            {
                return UnitKey.Of(unit);
            }
        }

        return null;
    }

    /// <summary>A unit that was at work when its worker stopped waits again, with nothing done of it.</summary>
    public async Task ReturnAsync(long run, UnitKey key, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        await ReturnAsync(One(context, run, key), cancellationToken);
    }

    /// <summary>All units of a run, or those that wait, in the order of their periods.</summary>
    public async Task<IReadOnlyList<LoadRunUnitRow>> OfAsync(long run, RunUnitState? state, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        var units = await context.RunUnits.AsNoTracking().Where(unit => unit.Run == run && (state == null || unit.State == state)).ToListAsync(cancellationToken);
        return [.. units.OrderBy(unit => unit.Period, StringComparer.Ordinal).ThenBy(unit => unit.Source, StringComparer.Ordinal).ThenBy(unit => unit.Process, StringComparer.Ordinal)];
    }

    /// <summary>The last loads of a unit, newest first.</summary>
    public async Task<IReadOnlyList<LoadRunUnitRow>> HistoryAsync(UnitKey key, int count, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        return await context.RunUnits.AsNoTracking()
            .Where(unit => unit.Source == key.Source && unit.Process == key.Process && unit.Period == key.Period.Code)
            .OrderByDescending(unit => unit.Run)
            .Take(count)
            .ToListAsync(cancellationToken);
    }

    public async Task BeginAsync(long run, UnitKey key, CancellationToken cancellationToken)
    {
        var now = await control.NowAsync(cancellationToken);
        await SetAsync(run, key, unit => (unit.State, unit.StartedAt) = (RunUnitState.Loading, now), cancellationToken);
    }

    /// <summary>Notes what became of a unit.</summary>
    public async Task EndAsync(long run, LoadResult result, CancellationToken cancellationToken)
    {
        var now = await control.NowAsync(cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        var load = result.Outcome == LoadOutcome.Loaded
            ? (await context.Units.FindAsync([result.Unit.Source, result.Unit.Process, result.Unit.Period.Code], cancellationToken))?.LoadId ?? 0
            : 0;
        await SetAsync(
            run,
            result.Unit,
            unit =>
            {
                unit.State = result.Outcome switch { LoadOutcome.Loaded => RunUnitState.Loaded, LoadOutcome.Held => RunUnitState.Held, _ => RunUnitState.Failed };
                unit.RowCount = result.Outcome == LoadOutcome.Loaded ? result.Rows + result.Quarantined : unit.RowCount;
                unit.RowsDone = unit.RowCount;
                unit.LoadId = load;
                (unit.Message, unit.MessageJson) = result.Told.Stored;
                unit.FinishedAt = now;
            },
            cancellationToken);
    }

    /// <summary>The units that were at work when a run stopped wait again, with nothing done of them.</summary>
    public async Task ReturnAsync(long run, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        await ReturnAsync(context.RunUnits.Where(unit => unit.Run == run), cancellationToken);
        await CountAsync(run, cancellationToken);
    }

    /// <summary>A sign of life: writes how far the unit at work and the run are.</summary>
    public async Task<LoadRunRow> BeatAsync(long run, UnitKey? key, long rows, CancellationToken cancellationToken)
    {
        if (key is not null)
        {
            // One statement: the unit may come to its end in this moment.
            await using var context = await control.OpenAsync(cancellationToken);
            await One(context, run, key).Where(unit => unit.State == RunUnitState.Loading)
                .ExecuteUpdateAsync(unit => unit.SetProperty(one => one.RowsDone, rows), cancellationToken);
        }

        return await CountAsync(run, cancellationToken);
    }

    /// <summary>Counts a run's units anew, with the rate since the last sign of life.</summary>
    public async Task<LoadRunRow> CountAsync(long run, CancellationToken cancellationToken)
    {
        var now = await control.NowAsync(cancellationToken);
        await using var context = await control.OpenAsync(cancellationToken);
        var row = await context.Runs.SingleAsync(one => one.Number == run, cancellationToken);
        var before = row.RowsDone;
        var counts = await CountsAsync(context, run, cancellationToken);
        Write(row, counts);
        if (row.UnitsDone < row.UnitsTotal && row.HeartbeatAt is { } last && now - last >= TimeSpan.FromMilliseconds(500))
        {
            var rate = (long)(Math.Max(0, row.RowsDone - before) / (now - last).TotalSeconds);
            row.RowsPerSecond = row.RowsPerSecond == 0 ? rate : (2 * row.RowsPerSecond + rate) / 3;
        }

        row.HeartbeatAt = row.IsOpen ? now : row.HeartbeatAt;
        await context.SaveChangesAsync(cancellationToken);

        // Another worker may have counted and written between: whoever writes last must have counted last.
        while (await CountsAsync(context, run, cancellationToken) is var again && !again.SequenceEqual(counts))
        {
            counts = again;
            Write(row, counts);
            await context.Runs.Where(one => one.Number == run).ExecuteUpdateAsync(
                one => one.SetProperty(count => count.UnitsTotal, row.UnitsTotal)
                    .SetProperty(count => count.UnitsDone, row.UnitsDone)
                    .SetProperty(count => count.UnitsFailed, row.UnitsFailed)
                    .SetProperty(count => count.RowsTotal, row.RowsTotal)
                    .SetProperty(count => count.RowsDone, row.RowsDone),
                cancellationToken);
        }

        return row;
    }

    private static void Write(LoadRunRow row, IReadOnlyList<StateCount> counts)
    {
        row.UnitsTotal = counts.Sum(group => group.Units);
        row.UnitsDone = counts.Where(group => group.State is not (RunUnitState.Waiting or RunUnitState.Loading)).Sum(group => group.Units);
        row.UnitsFailed = counts.Where(group => group.State is RunUnitState.Failed or RunUnitState.Held).Sum(group => group.Units);
        row.RowsTotal = Math.Max(counts.Sum(group => group.Rows), counts.Sum(group => group.Done));
        row.RowsDone = counts.Sum(group => group.Done);
    }

    private static Task<List<StateCount>> CountsAsync(ControlContext context, long run, CancellationToken cancellationToken) => context.RunUnits
        .Where(unit => unit.Run == run)
        .GroupBy(unit => unit.State)
        .OrderBy(group => group.Key)
        .Select(group => new StateCount(group.Key, group.LongCount(), group.Sum(unit => unit.RowCount), group.Sum(unit => unit.RowsDone)))
        .ToListAsync(cancellationToken);

    private sealed record StateCount(RunUnitState State, long Units, long Rows, long Done);

    private static IQueryable<LoadRunUnitRow> One(ControlContext context, long run, UnitKey key) => context.RunUnits.Where(
        unit => unit.Run == run && unit.Source == key.Source && unit.Process == key.Process && unit.Period == key.Period.Code);

    private static Task<int> ReturnAsync(IQueryable<LoadRunUnitRow> units, CancellationToken cancellationToken) => units.Where(unit => unit.State == RunUnitState.Loading)
        .ExecuteUpdateAsync(unit => unit.SetProperty(one => one.State, RunUnitState.Waiting).SetProperty(one => one.RowsDone, 0), cancellationToken);

    private async Task SetAsync(long run, UnitKey key, Action<LoadRunUnitRow> set, CancellationToken cancellationToken)
    {
        await using var context = await control.OpenAsync(cancellationToken);
        if (await context.RunUnits.FindAsync([run, key.Source, key.Process, key.Period.Code], cancellationToken) is { } unit)
        {
            set(unit);
            await context.SaveChangesAsync(cancellationToken);
        }
    }
}
