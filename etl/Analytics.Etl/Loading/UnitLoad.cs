using Analytics.Etl.Sources;
using Analytics.Warehouse.Engine;
using ClickHouse.Driver;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Loading;

/// <summary>
/// Loads one unit so that the warehouse equals one committed snapshot of the source, or leaves it as it was. Repeating it
/// changes nothing; being killed anywhere leaves the old rows or the new ones, never a part.
/// </summary>
public sealed partial class UnitLoad(
    UnitStaging staging, UnitLedger ledger, Leases leases, Quarantine quarantine, TimeProvider clock, ILogger<UnitLoad> logger)
{
    /// <summary>The lease that a unit's load needs. Two sources may share a partition, so it is the partition's.</summary>
    public static string LeaseName(Process process, UnitPeriod period) => $"{process.FactTable}/{period.Partition}";

    public async Task<LoadResult> RunAsync(ISource source, Mapping mapping, UnitPeriod period, LoadOptions options, CancellationToken cancellationToken)
    {
        var unit = new UnitKey(source.Name, mapping.Process.Name, period);
        var lease = await leases.TryAcquireAsync(LeaseName(mapping.Process, period), cancellationToken);
        if (lease is null)
        {
            return new LoadResult(unit, LoadOutcome.Busy, 0, 0, new("unit.busy", unit));
        }

        await using var keeper = new LeaseKeeper(leases, lease, clock, cancellationToken);
        var attempt = new Attempt(unit, lease);
        try
        {
            attempt.InDoubt = await ledger.IsInDoubtAsync(unit, cancellationToken);
            await using var staged = await staging.RunAsync(source, mapping, unit, lease, attempt.Rejected, options.Progress, keeper.Lost);
            if (!options.AcceptDrop && SuddenDropException.Of(unit, await ledger.FindAsync(unit, cancellationToken), staged.Source, source.Options.SuddenDropOf(unit.Process)) is { } drop)
            {
                throw drop;
            }

            if (!period.IsUndated)
            {
                await ReplaceAsync(staged, attempt, keeper.Lost);
            }

            // The rows are in place: from here on the load comes to its end even when it is cancelled.
            await quarantine.ReplaceAsync(unit, lease.Token, attempt.Rejected.Kept, CancellationToken.None);
            LoadException.Unless(
                await ledger.MarkVerifiedAsync(unit, lease.Token, staged.Source, staged.Facts, attempt.Rejected.Count, CancellationToken.None),
                "unit.loaded_meanwhile",
                unit);
            LogLoaded(unit, staged.Facts.Rows, attempt.Rejected.Count);
            return new LoadResult(unit, LoadOutcome.Loaded, staged.Facts.Rows, attempt.Rejected.Count, LoadMessage.None);
        }
        catch (Exception exception) when (IsForeseen(exception))
        {
            // What a cancelled load stumbles over is no failure of its unit: the ledger keeps what it says of it.
            cancellationToken.ThrowIfCancellationRequested();
            return await FailAsync(
                attempt, keeper.IsLost ? new LoadException(new("unit.lease_lost", unit)) : exception, CancellationToken.None);
        }
        finally
        {
            await leases.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    private async Task ReplaceAsync(StagedUnit staged, Attempt attempt, CancellationToken cancellationToken)
    {
        await staged.Stage.CarryOtherSourcesAsync(cancellationToken);

        // Here a load can be cancelled for the last time; what follows is short and leaves no doubt when it comes to its end.
        cancellationToken.ThrowIfCancellationRequested();
        LoadException.Unless(await leases.RenewAsync(attempt.Lease, CancellationToken.None), "unit.lease_lost", attempt.Unit);
        attempt.InDoubt = true;
        LoadException.Unless(
            await ledger.MarkLoadingAsync(attempt.Unit, attempt.Lease.Token, CancellationToken.None), "unit.loaded_meanwhile", attempt.Unit);
        await staged.Stage.ReplacePartitionAsync(staged.Facts.Rows, CancellationToken.None);
        var published = await staged.Stage.PublishedTotalsAsync(CancellationToken.None);
        LoadException.Unless(published.IsSameAs(staged.Facts), "unit.table_differs", attempt.Unit, staged.Facts.Told, published.Told);
    }

    private async Task<LoadResult> FailAsync(Attempt attempt, Exception exception, CancellationToken cancellationToken)
    {
        var (unit, rejected) = (attempt.Unit, attempt.Rejected);
        var message = Told(exception) ?? Told(exception.InnerException) ?? new LoadMessage("unit.not_taken", unit, WarehouseFailure.Message(exception));
        LogFailed(unit, message.Text);
        if (rejected.Count > 0)
        {
            try
            {
                await quarantine.ReplaceAsync(unit, attempt.Lease.Token, rejected.Kept, cancellationToken);
            }
            catch (Exception lost) when (lost is ClickHouseServerException or HttpRequestException or IOException)
            {
                LogQuarantineLost(lost, unit);
            }
        }

        // Whether the partition was replaced is not known: nothing is published from it until the unit was loaded again.
        await (exception switch
        {
            _ when attempt.InDoubt => ledger.MarkInDoubtAsync(unit, attempt.Lease.Token, message, cancellationToken),
            SuddenDropException drop => ledger.MarkHeldAsync(unit, attempt.Lease.Token, message, drop.Fingerprint, cancellationToken),
            _ => ledger.MarkFailedAsync(unit, attempt.Lease.Token, message, rejected.Count, cancellationToken),
        });
        return new LoadResult(unit, exception is SuddenDropException ? LoadOutcome.Held : LoadOutcome.Failed, 0, rejected.Count, message);
    }

    /// <summary>What a failure of the source or of the load tells, or null when it is another one.</summary>
    internal static LoadMessage? Told(Exception? exception) => exception switch
    {
        SourceException source => source.Told,
        LoadException load => load.Told,
        _ => null,
    };

    private static bool IsForeseen(Exception exception) => exception
        is SourceException or LoadException or ClickHouseServerException or HttpRequestException or IOException or TimeoutException or OperationCanceledException;

    /// <summary>One attempt at a unit, and what is known of it when it fails.</summary>
    private sealed record Attempt(UnitKey Unit, Lease Lease)
    {
        public RejectedRows Rejected { get; } = new();

        /// <summary>True from the moment in which the partition may have been replaced.</summary>
        public bool InDoubt { get; set; }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded {Unit}: {Rows} rows, {Quarantined} in quarantine")]
    private partial void LogLoaded(UnitKey unit, long rows, long quarantined);

    [LoggerMessage(Level = LogLevel.Error, Message = "Not published: {Unit}. {Reason}")]
    private partial void LogFailed(UnitKey unit, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The rejected rows of {Unit} could not be kept")]
    private partial void LogQuarantineLost(Exception exception, UnitKey unit);
}
