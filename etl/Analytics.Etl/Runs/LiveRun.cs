using Analytics.Etl.Loading;
using Analytics.Warehouse.Control;

namespace Analytics.Etl.Runs;

/// <summary>A run at work: writes every second how far it is, and stops when it was asked to.</summary>
internal sealed class LiveRun : IProgress<long>, IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    private readonly RunUnits units;
    private readonly long number;
    private readonly IProgress<LoadRunRow>? progress;
    private readonly CancellationTokenSource stop;
    private readonly CancellationTokenSource ended = new();
    private readonly Task beating;
    private UnitKey? unit;
    private long rows;

    public LiveRun(RunUnits units, long number, IProgress<LoadRunRow>? progress, TimeProvider clock, CancellationToken cancellationToken)
    {
        this.units = units;
        this.number = number;
        this.progress = progress;
        stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        beating = BeatAsync(clock);
    }

    /// <summary>Cancelled when the run must stop.</summary>
    public CancellationToken Token => stop.Token;

    /// <summary>True when somebody asked for the run to be cancelled.</summary>
    public bool CancelRequested { get; private set; }

    /// <summary>The unit whose rows are reported from now on.</summary>
    public void Work(UnitKey key)
    {
        Volatile.Write(ref unit, null);
        Volatile.Write(ref rows, 0);
        Volatile.Write(ref unit, key);
    }

    /// <summary>Rows read of the unit at work.</summary>
    public void Report(long value) => Volatile.Write(ref rows, value);

    public async ValueTask DisposeAsync()
    {
        await ended.CancelAsync();
        await beating;
        ended.Dispose();
        stop.Dispose();
    }

    private async Task BeatAsync(TimeProvider clock)
    {
        using var timer = new PeriodicTimer(Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(ended.Token))
            {
                try
                {
                    var run = await units.BeatAsync(number, Volatile.Read(ref unit), Volatile.Read(ref rows), ended.Token);
                    progress?.Report(run);
                    if (run.CancelRequested || !run.IsOpen)
                    {
                        CancelRequested = run.CancelRequested;
                        await stop.CancelAsync();
                    }
                }
                catch (Exception exception) when (ControlFailure.Is(exception) || exception is TimeoutException or IOException)
                {
                    // A sign of life that could not be written; the next one follows.
                }
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
    }
}
