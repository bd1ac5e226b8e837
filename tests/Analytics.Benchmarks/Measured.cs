using System.Diagnostics;

namespace Analytics.Benchmarks;

/// <summary>Times of one thing that was done several times.</summary>
internal sealed class Measured(Func<double>? processorSeconds = null)
{
    private readonly List<double> milliseconds = [];
    private readonly List<double> processor = [];

    public double Median => Percentile(50);

    /// <summary>Median of the processor seconds that one run took.</summary>
    public double Processor => processor.Order().ElementAt(processor.Count / 2);

    public async Task<T> AddAsync<T>(Func<Task<T>> work)
    {
        var processorBefore = processorSeconds?.Invoke() ?? 0;
        var started = Stopwatch.GetTimestamp();
        var result = await work();
        milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        processor.Add((processorSeconds?.Invoke() ?? 0) - processorBefore);
        return result;
    }

    public Task AddAsync(Func<Task> work) => AddAsync(async () =>
    {
        await work();
        return true;
    });

    /// <summary>The time, in milliseconds, that so many percent of the runs did not exceed.</summary>
    public double Percentile(int percent)
    {
        var sorted = milliseconds.Order().ToList();
        return sorted[(int)Math.Ceiling(sorted.Count * percent / 100.0) - 1];
    }
}
