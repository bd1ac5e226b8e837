using System.Globalization;
using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;
using ClickHouse.Driver;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Loading;

/// <summary>
/// Loads one unit so that the warehouse equals one committed snapshot of the source, or leaves it as it was. Repeating it
/// changes nothing; being killed anywhere leaves the old rows or the new ones, never a part.
/// </summary>
public sealed partial class UnitLoad(
    WarehouseConnection warehouse,
    UnitLedger ledger,
    Leases leases,
    Quarantine quarantine,
    Pseudonyms pseudonyms,
    TimeProvider clock,
    ILogger<UnitLoad> logger)
{
    private const int ChunkBytes = 1 << 20;
    private static readonly TimeSpan RenewEvery = TimeSpan.FromSeconds(20);

    /// <summary>The lease that a unit's load needs. Two sources may share a partition, so it is the partition's.</summary>
    public static string LeaseName(Process process, UnitPeriod period) => $"{process.FactTable}/{period.Partition}";

    public async Task<LoadResult> RunAsync(ISource source, Mapping mapping, UnitPeriod period, LoadOptions options, CancellationToken cancellationToken)
    {
        var unit = new UnitKey(source.Name, mapping.Process.Name, period);

        var lease = await leases.TryAcquireAsync(LeaseName(mapping.Process, period), cancellationToken);
        if (lease is null)
        {
            return new LoadResult(unit, LoadOutcome.Busy, 0, 0, $"Another worker is loading {unit}.");
        }

        var rejected = new RejectedRows();
        var doubt = new Doubt();
        try
        {
            doubt.Exists = await ledger.IsInDoubtAsync(unit, cancellationToken);
            await using var snapshot = await source.BeginSnapshotAsync(cancellationToken);
            await snapshot.CheckContractAsync(mapping, cancellationToken);
            var sourceTotals = await snapshot.TotalsAsync(mapping, unit.Period, cancellationToken);
            var stored = unit.Period.IsUndated
                ? await RejectUndatedAsync(snapshot, mapping, unit, sourceTotals, rejected, cancellationToken)
                : await ReplaceAsync(snapshot, mapping, unit, lease, sourceTotals, rejected, doubt, source.Options, options.Progress, cancellationToken);

            // The rows are in place: from here on the load comes to its end even when it is cancelled.
            await quarantine.ReplaceAsync(unit, lease.Token, rejected.Kept, CancellationToken.None);
            await ledger.MarkVerifiedAsync(unit, lease.Token, sourceTotals, stored, rejected.Count, CancellationToken.None);
            LogLoaded(unit, stored.Rows, rejected.Count);
            return new LoadResult(unit, LoadOutcome.Loaded, stored.Rows, rejected.Count, "");
        }
        catch (Exception exception) when (exception is SourceException or LoadException or ClickHouseServerException or HttpRequestException or IOException)
        {
            // What a cancelled load stumbles over is no failure of its unit: the ledger keeps what it says of it.
            cancellationToken.ThrowIfCancellationRequested();
            return await FailAsync(unit, lease, exception, rejected, doubt, CancellationToken.None);
        }
        finally
        {
            await leases.ReleaseAsync(lease, CancellationToken.None);
        }
    }

    private async Task<FactTotals> ReplaceAsync(
        ISourceSnapshot snapshot,
        Mapping mapping,
        UnitKey unit,
        Lease lease,
        UnitTotals sourceTotals,
        RejectedRows rejected,
        Doubt doubt,
        SourceOptions options,
        IProgress<long>? progress,
        CancellationToken cancellationToken)
    {
        var read = new UnitTotals();
        var writer = new FactWriter(unit.Source, (ulong)lease.Token);
        await using var stage = await Stage.OpenAsync(warehouse, mapping.Process, unit, lease, cancellationToken);
        await stage.InsertAsync(
            (body, token) => CopyAsync(snapshot, mapping, unit, lease, read, writer, rejected, progress, body, token), cancellationToken);
        var sent = FactTotals.Of(writer);

        Require(read.IsSameAs(sourceTotals), unit, $"the source counts {sourceTotals.Rows} rows and {sourceTotals.MoneyTiyn} tiyn, {read.Rows} rows and {read.MoneyTiyn} tiyn were read");
        RequireFewRejected(unit, read.Rows, rejected, options.QuarantineThresholdPercent);
        var staged = await stage.TotalsAsync(cancellationToken);
        Require(staged.IsSameAs(sent), unit, $"sent {sent}, the stage holds {staged}");
        await stage.CarryOtherSourcesAsync(cancellationToken);

        // Here a load can be cancelled for the last time; what follows is short and leaves no doubt when it comes to its end.
        cancellationToken.ThrowIfCancellationRequested();
        await ledger.MarkLoadingAsync(unit, CancellationToken.None);
        Require(await leases.RenewAsync(lease, CancellationToken.None), unit, "its lease passed to another worker");
        doubt.Exists = true;
        await stage.ReplacePartitionAsync(staged.Rows, CancellationToken.None);

        var published = await stage.PublishedTotalsAsync(CancellationToken.None);
        Require(published.IsSameAs(sent), unit, $"sent {sent}, the fact table holds {published}");
        return sent;
    }

    // Reads, applies the rules and writes: some rows at a time, one buffer of memory.
    private async Task CopyAsync(
        ISourceSnapshot snapshot,
        Mapping mapping,
        UnitKey unit,
        Lease lease,
        UnitTotals read,
        FactWriter writer,
        RejectedRows rejected,
        IProgress<long>? progress,
        Stream body,
        CancellationToken cancellationToken)
    {
        var process = mapping.Process;
        var row = new ContractRow(process.Columns, pseudonyms, new DistrictCodes(Territories.Shipped));
        var totals = new RunningTotals(process.Columns, read);
        var renewed = clock.GetTimestamp();
        await using var rows = (await snapshot.ReadAsync(mapping, unit.Period, 1, cancellationToken))[0];
        var block = new RowBlock(process.Columns.Count);
        while (await block.ReadAsync(rows, cancellationToken))
        {
            row.Begin(block);
            for (var position = 0; row.MoveNext(); position++)
            {
                totals.Add(block[position]);
                process.Apply(row, writer);
                if (row.Rejection is { } rejection)
                {
                    rejected.Add(block[position][0], totals.Rows, rejection);
                }
            }

            if (writer.Pending >= ChunkBytes)
            {
                await writer.TakeAsync(body, cancellationToken);
                progress?.Report(totals.Rows);
                if (clock.GetElapsedTime(renewed) > RenewEvery)
                {
                    Require(await leases.RenewAsync(lease, cancellationToken), unit, "its lease passed to another worker");
                    renewed = clock.GetTimestamp();
                }
            }
        }

        totals.Complete();
        await writer.TakeAsync(body, cancellationToken);
    }

    private async Task<FactTotals> RejectUndatedAsync(
        ISourceSnapshot snapshot, Mapping mapping, UnitKey unit, UnitTotals sourceTotals, RejectedRows rejected, CancellationToken cancellationToken)
    {
        if (sourceTotals.Rows > 0)
        {
            var row = new ContractRow(mapping.Process.Columns, pseudonyms, new DistrictCodes(Territories.Shipped));
            await using var rows = (await snapshot.ReadAsync(mapping, unit.Period, 1, cancellationToken))[0];
            for (var position = 1L; await rows.ReadAsync(cancellationToken); position++)
            {
                row.Next(rows.Cells);
                mapping.Process.Apply(row, new FactWriter(unit.Source, 0));
                rejected.Add(rows.Cells[0], position, row.Rejection ?? new Rejection("date_out_of_range", mapping.Process.PeriodColumn));
            }
        }

        return rejected.Count == 0
            ? new FactTotals(0, 0, 0, null)
            : throw new LoadException($"{unit}: {rejected.Count} rows have no date between 2000 and 2100 in {mapping.Process.PeriodColumn}, so they belong to no period. They are in quarantine; correct them at the source.");
    }

    private static void RequireFewRejected(UnitKey unit, long rows, RejectedRows rejected, decimal thresholdPercent)
    {
        if (rejected.Count > 0 && rejected.Count * 100m > rows * thresholdPercent)
        {
            throw new LoadException(string.Create(
                CultureInfo.InvariantCulture,
                $"{unit}: {rejected.Count} of {rows} rows were rejected ({rejected.Summary()}), more than the {thresholdPercent} % allowed for source {unit.Source}. The unit is not published; the rows are in quarantine. Correct them at the source, or raise QuarantineThresholdPercent."));
        }
    }

    private static void Require(bool holds, UnitKey unit, string otherwise)
    {
        if (!holds)
        {
            throw new LoadException($"{unit} is not published: {otherwise}.");
        }
    }

    private async Task<LoadResult> FailAsync(UnitKey unit, Lease lease, Exception exception, RejectedRows rejected, Doubt doubt, CancellationToken cancellationToken)
    {
        var message = exception is SourceException or LoadException
            ? exception.Message
            : $"{unit}: the warehouse did not take the rows: {FirstLine(exception.InnerException is SourceException or LoadException ? exception.InnerException.Message : exception.Message)}";
        LogFailed(unit, message);
        if (rejected.Count > 0)
        {
            try
            {
                await quarantine.ReplaceAsync(unit, lease.Token, rejected.Kept, cancellationToken);
            }
            catch (Exception lost) when (lost is ClickHouseServerException or HttpRequestException or IOException)
            {
                LogQuarantineLost(lost, unit);
            }
        }

        // Whether the partition was replaced is not known: nothing is published from it until the unit was loaded again.
        await (doubt.Exists
            ? ledger.MarkInDoubtAsync(unit, message, cancellationToken)
            : ledger.MarkFailedAsync(unit, message, rejected.Count, cancellationToken));
        return new LoadResult(unit, LoadOutcome.Failed, 0, rejected.Count, message);
    }

    private sealed class Doubt
    {
        /// <summary>True from the moment in which the partition may have been replaced.</summary>
        public bool Exists { get; set; }
    }

    private static string FirstLine(string message) => message.Split('\n')[0];

    [LoggerMessage(Level = LogLevel.Information, Message = "Loaded {Unit}: {Rows} rows, {Quarantined} in quarantine")]
    private partial void LogLoaded(UnitKey unit, long rows, long quarantined);

    [LoggerMessage(Level = LogLevel.Error, Message = "Not published: {Unit}. {Reason}")]
    private partial void LogFailed(UnitKey unit, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "The rejected rows of {Unit} could not be kept")]
    private partial void LogQuarantineLost(Exception exception, UnitKey unit);
}
