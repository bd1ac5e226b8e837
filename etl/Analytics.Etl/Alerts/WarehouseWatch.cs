using Analytics.Etl.Loading;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;
using ClickHouse.Driver;

namespace Analytics.Etl.Alerts;

/// <summary>Asks whether ClickHouse answers and whether the disk of the data directory has room.</summary>
public sealed class WarehouseWatch(WarehouseConnection warehouse, AlertLedger alerts, DataDirectory data)
{
    /// <summary>Cause of an alert about ClickHouse.</summary>
    public const string Cause = "warehouse";

    private const string Disk = "disk";
    private const long NeededBytes = 2L << 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Raises and resolves what concerns the machine. An engine that is just being started again is waited for.</summary>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (await IsAwayAsync(cancellationToken) is not null)
        {
            await Task.Delay(Patience, cancellationToken);
        }

        await SetAsync(AlertKind.WarehouseUnreachable, Cause, await IsAwayAsync(cancellationToken), cancellationToken);
        var free = new DriveInfo(data.Path).AvailableFreeSpace;
        await SetAsync(
            AlertKind.DiskLow,
            Disk,
            free < NeededBytes ? new LoadMessage("disk.low", free >> 20, NeededBytes >> 20) : null,
            cancellationToken);
    }

    /// <summary>Why ClickHouse cannot be asked, or null when it answers.</summary>
    public async Task<LoadMessage?> IsAwayAsync(CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await warehouse.Loader.ExecuteScalarAsync("SELECT 1", cancellationToken: patience.Token);
            return null;
        }
        catch (Exception exception) when (exception is ClickHouseServerException or HttpRequestException or IOException
            || exception is OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new("warehouse.away", warehouse.Description, exception.Message.Split('\n')[0].TrimEnd('.'));
        }
    }

    private Task SetAsync(AlertKind kind, string cause, LoadMessage? message, CancellationToken cancellationToken) => message is null
        ? alerts.ResolveAsync([kind], cause, cancellationToken)
        : alerts.RaiseAsync(kind, cause, message, cancellationToken);
}
