using System.Diagnostics;
using System.Globalization;
using Analytics.ChaosTests.Faults;
using Analytics.Warehouse.Control;

namespace Analytics.ChaosTests.Running;

/// <summary>
/// Rounds of several faults at once, in a random order that its seed repeats. After each round everything is made good, and the quiet point must be
/// reached: the figures equal the sources.
/// </summary>
public sealed class ChaosRun(ChaosWorld world)
{
    private readonly List<FaultOutcome> outcomes = [];
    private readonly QuietPoint quiet = new(world);

    public IReadOnlyList<FaultOutcome> Outcomes => outcomes;

    /// <summary>Every kind of fault at least once, so many at a time, and then more until the time is over.</summary>
    public async Task RunAsync(IReadOnlyList<Fault> faults, TimeSpan time, int atATime)
    {
        var clock = Stopwatch.StartNew();
        var waiting = new Queue<Fault>(Shuffled(faults));
        do
        {
            var round = new List<Fault>();
            while (round.Count < atATime && waiting.Count > 0)
            {
                // Those that would harm the same thing wait for another round.
                var next = waiting.FirstOrDefault(fault => !round.Exists(other => other.Resource == fault.Resource));
                if (next is null)
                {
                    break;
                }

                waiting = new Queue<Fault>(waiting.Where(fault => fault != next));
                round.Add(next);
            }

            await RoundAsync(round);
            if (waiting.Count < atATime)
            {
                foreach (var fault in time > clock.Elapsed ? Shuffled(faults) : [])
                {
                    waiting.Enqueue(fault);
                }
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{clock.Elapsed:mm\\:ss} {outcomes.Count} faults, {world.Violations.All.Count} violations, {world.Watcher.Reads} reads; last round: {string.Join(", ", round)}; quiet after {outcomes[^1].Recovered.TotalSeconds:0.0} s"));
        }
        while (waiting.Count > 0 && !TestContext.Current.CancellationToken.IsCancellationRequested && (clock.Elapsed < time || time == TimeSpan.Zero));
        await new AlertPoint(world).CheckAsync();
        await quiet.ReachAsync(TimeSpan.FromSeconds(90));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed:mm\\:ss} every kind of failure was told"));
    }

    private List<Fault> Shuffled(IReadOnlyList<Fault> faults) => [.. faults.OrderBy(_ => world.Random.Next())];

    private async Task RoundAsync(IReadOnlyList<Fault> round)
    {
        world.Writer.Rests = false;
        var before = world.Violations.All.Count;
        world.Log.WriteLine($"== round: {string.Join(", ", round)}");
        using var checking = new CancellationTokenSource();
        var checks = quiet.AskForChecksAsync(checking.Token);
        var ended = await Task.WhenAll(round.Select(HappenAsync));
        world.Writer.Rests = true;
        await quiet.ReachAsync(TimeSpan.FromSeconds(90));
        await checking.CancelAsync();
        await checks.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await quiet.CheckAsync();
        world.Engine.Rest();
        var found = world.Violations.All.Count - before;
        outcomes.AddRange(round.Select((fault, position) => new FaultOutcome(fault.Name, Stopwatch.GetElapsedTime(ended[position], quiet.ReachedAt), found)));
    }

    // Returns when it ended.
    private async Task<long> HappenAsync(Fault fault)
    {
        await Task.Delay(world.Random.Next(2000));
        Func<Task> heal = static () => Task.CompletedTask;
        await TryAsync(fault, async () => heal = await fault.InjectAsync(world));
        if (fault.Hold > 0)
        {
            await Task.Delay(fault.Hold * world.Random.Next(70, 101) / 100);
        }

        await TryAsync(fault, heal);
        return Stopwatch.GetTimestamp();
    }

    // A fault of a database that another fault has taken away is tried until it can happen.
    private async Task TryAsync(Fault fault, Func<Task> act)
    {
        for (var patience = Stopwatch.StartNew(); ; await Task.Delay(TimeSpan.FromMilliseconds(250)))
        {
            try
            {
                await act();
                return;
            }
            catch (Exception exception) when (
                (exception is IOException or Hangfire.BackgroundJobClientException || ControlFailure.Is(exception)) && patience.Elapsed < TimeSpan.FromSeconds(60))
            {
                world.Log.WriteLine($"== {fault}: {exception.Message}");
            }
        }
    }
}
