using Analytics.Etl.Publishing;
using Analytics.Etl.Runs;
using Analytics.Warehouse.Engine;

namespace Analytics.Etl.Loading;

/// <summary>Puts in order what a crash left: leases and runs of the dead, stages, publications that were never finished.</summary>
public sealed class Recovery(WarehouseConnection warehouse, Leases leases, RunLedger runs, PublicationBuilder publications)
{
    /// <param name="aloneHere">True when no other process works on this warehouse, so that all leases are of the dead.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task RunAsync(bool aloneHere, CancellationToken cancellationToken)
    {
        if (aloneHere)
        {
            await leases.ReleaseAllAsync(cancellationToken);
            await runs.InterruptAllAsync(cancellationToken);
        }

        await DropStagesAsync(cancellationToken);
        await publications.RemoveUnfinishedAsync(cancellationToken);
    }

    /// <summary>Drops the stages of loads that are no longer at work, such as those that an engine's death left to a living program.</summary>
    public async Task DropStagesAsync(CancellationToken cancellationToken)
    {
        // Stages before leases: one that is made meanwhile is not among them.
        var stages = await Stage.NamesAsync(warehouse.Loader, "^" + Stage.Prefix, cancellationToken);
        var live = await leases.LiveAsync(cancellationToken);
        foreach (var stage in stages)
        {
            if (!live.Any(lease => stage.StartsWith($"{Stage.Prefix}{lease.Token}_", StringComparison.Ordinal)))
            {
                await Stage.DropAsync(warehouse.Loader, stage, cancellationToken);
            }
        }
    }
}
