namespace Analytics.Etl.Loading;

/// <summary>Prolongs a lease while work goes on under it. When it has passed to another worker, <see cref="Lost"/> ends the work.</summary>
internal sealed class LeaseKeeper : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource lost;
    private readonly Task keeping;

    public LeaseKeeper(Leases leases, Lease lease, TimeProvider clock, CancellationToken cancellationToken)
    {
        lost = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        keeping = KeepAsync(leases, lease, clock);
    }

    /// <summary>Cancelled when the lease is lost, or by the caller.</summary>
    public CancellationToken Lost => lost.Token;

    /// <summary>True when the lease passed to another worker.</summary>
    public bool IsLost { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await keeping.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stop.Dispose();
        lost.Dispose();
    }

    private async Task KeepAsync(Leases leases, Lease lease, TimeProvider clock)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(leases.RenewEvery, clock, stop.Token);
            try
            {
                IsLost = !await leases.RenewAsync(lease, stop.Token);
            }
            catch (Exception exception) when (Analytics.Warehouse.Control.ControlFailure.Is(exception) || exception is TimeoutException or IOException)
            {
                // The control database is away: the lease lasts a while, and is asked for once more before anything is replaced.
                continue;
            }

            if (IsLost)
            {
                await lost.CancelAsync();
                return;
            }
        }
    }
}
