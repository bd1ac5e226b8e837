using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;

namespace Analytics.Etl.Loading;

/// <summary>
/// Brings a unit into a stage and proves on the way that the stage holds what the source's snapshot holds: the source's own totals
/// against those of the rows read, the rows sent against those stored. Published is nothing of it.
/// </summary>
public sealed class UnitStaging(WarehouseConnection warehouse, Pseudonyms pseudonyms, KeyVersions keyVersions, TimeProvider clock)
{
    /// <param name="source">Source.</param>
    /// <param name="mapping">Mapping.</param>
    /// <param name="unit">Unit.</param>
    /// <param name="lease">Lease under which the stage is made; its token is the number of the load.</param>
    /// <param name="rejected">Takes the rejected rows, also when staging fails.</param>
    /// <param name="progress">Told the number of rows read.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="LoadException">The two sides differ, or too many rows were rejected.</exception>
    internal async Task<StagedUnit> RunAsync(
        ISource source, Mapping mapping, UnitKey unit, Lease lease, RejectedRows rejected, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        await keyVersions.RequireCurrentAsync(cancellationToken);
        await using var snapshot = await source.BeginSnapshotAsync(cancellationToken);
        await snapshot.CheckContractAsync(mapping, cancellationToken);
        var stage = await Stage.OpenAsync(warehouse, mapping.Process, unit, lease, cancellationToken);
        try
        {
            var (counted, read, sent) = unit.Period.IsUndated
                ? await RejectUndatedAsync(snapshot, mapping, unit, rejected, cancellationToken)
                : await CopyAsync(snapshot, mapping, unit, lease, stage, source.Options.ReadParts, rejected, progress, cancellationToken);
            LoadException.Unless(read == counted, "unit.read_differs", unit, counted.Told, read.Told);
            RequireFewRejected(unit, read.Rows, rejected, source.Options.QuarantineThresholdOf(mapping.Process.Name));
            var staged = await stage.TotalsAsync(cancellationToken);
            LoadException.Unless(staged.IsSameAs(sent), "unit.stage_differs", unit, sent.Told, staged.Told);
            return new StagedUnit(stage, counted, sent);
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    private async Task<(UnitTotals Counted, UnitTotals Read, FactTotals Sent)> CopyAsync(
        ISourceSnapshot snapshot,
        Mapping mapping,
        UnitKey unit,
        Lease lease,
        Stage stage,
        int parts,
        RejectedRows rejected,
        IProgress<long>? progress,
        CancellationToken cancellationToken)
    {
        // Side by side where the snapshot allows it, else one after the other.
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var counting = snapshot.TotalsAsync(mapping, unit.Period, either.Token);
        if (!snapshot.ReadsSideBySide)
        {
            await counting;
        }

        var copies = new List<PartCopy>();
        try
        {
            var counter = new RowCounter(progress, clock);
            var readers = await snapshot.ReadAsync(mapping, unit.Period, parts, cancellationToken);
            copies.AddRange(readers.Select(rows => new PartCopy(rows, mapping.Process, new FactWriter(), pseudonyms, counter)));
            try
            {
                await AllOrNone(copies.Select(copy => stage.InsertAsync(copy.WriteAsync, either.Token)), either);
            }
            finally
            {
                foreach (var rows in readers)
                {
                    await rows.DisposeAsync();
                }
            }

            return (await counting, copies.Aggregate(default(UnitTotals), (sum, copy) => sum + copy.Read), copies.Aggregate(FactTotals.None, (sum, copy) => sum + copy.Sent));
        }
        catch
        {
            // The snapshot's connections close after this; nothing may still be asked through them.
            await either.CancelAsync();
            await ((Task)counting).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            throw;
        }
        finally
        {
            copies.ForEach(copy => rejected.Add(copy.Rejected));
        }
    }

    // The first that fails ends the others, and its failure is the one that is told.
    private static async Task AllOrNone(IEnumerable<Task> tasks, CancellationTokenSource either)
    {
        var running = tasks.ToList();
        Task? failed = null;
        while (running.Count > 0)
        {
            var ended = await Task.WhenAny(running);
            running.Remove(ended);
            if (!ended.IsCompletedSuccessfully && failed is null)
            {
                failed = ended;
                await either.CancelAsync();
            }
        }

        await (failed ?? Task.CompletedTask);
    }

    // Rows without a day between 2000 and 2100 belong to no partition: the rules say what is wrong with each.
    private async Task<(UnitTotals Counted, UnitTotals Read, FactTotals Sent)> RejectUndatedAsync(
        ISourceSnapshot snapshot, Mapping mapping, UnitKey unit, RejectedRows rejected, CancellationToken cancellationToken)
    {
        var counted = await snapshot.TotalsAsync(mapping, unit.Period, cancellationToken);
        if (counted.Rows > 0)
        {
            var row = new ContractRow(mapping.Process.Columns, pseudonyms, new DistrictCodes(Territories.Shipped));
            await using var rows = (await snapshot.ReadAsync(mapping, unit.Period, 1, cancellationToken))[0];
            for (var position = 1L; await rows.ReadAsync(cancellationToken); position++)
            {
                row.Next(rows.Cells);
                mapping.Process.Apply(row, new FactWriter());
                rejected.Add(rows.Cells[0], position, row.Rejection ?? new Rejection("date_out_of_range", mapping.Process.PeriodColumn));
            }
        }

        return rejected.Count == 0
            ? (counted, counted, FactTotals.None)
            : throw new LoadException(new("unit.undated", unit, rejected.Count, mapping.Process.PeriodColumn));
    }

    private static void RequireFewRejected(UnitKey unit, long rows, RejectedRows rejected, decimal thresholdPercent)
    {
        if (rejected.Count > 0 && rejected.Count * 100m > rows * thresholdPercent)
        {
            throw new LoadException(new("unit.rejected", unit, rejected.Count, rows, rejected.Summary(), thresholdPercent, unit.Source));
        }
    }
}
