using System.Diagnostics;

namespace Analytics.Benchmarks;

/// <summary>Times of one thing that was done several times.</summary>
internal sealed class Measured
{
    private readonly List<double> milliseconds = [];

    public double Median => Percentile(50);

    public async Task<T> AddAsync<T>(Func<Task<T>> work)
    {
        var started = Stopwatch.GetTimestamp();
        var result = await work();
        milliseconds.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
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
