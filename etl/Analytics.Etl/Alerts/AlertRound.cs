namespace Analytics.Etl.Alerts;

/// <summary>What happens every minute: look at freshness and at the machine, then tell what is new, all of it in one message.</summary>
public sealed class AlertRound(Freshness freshness, WarehouseWatch warehouse, AlertDelivery delivery)
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await freshness.CheckAsync(cancellationToken);
        await warehouse.CheckAsync(cancellationToken);
        await delivery.RunAsync(cancellationToken);
    }
}
