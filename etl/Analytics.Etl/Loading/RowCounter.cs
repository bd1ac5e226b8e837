namespace Analytics.Etl.Loading;

/// <summary>Counts the rows of all parts of a unit and tells who wants to know, some times a second at most.</summary>
internal sealed class RowCounter(IProgress<long>? progress, TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private long rows;
    private long told = clock.GetTimestamp();

    public void Add(int count)
    {
        var sum = Interlocked.Add(ref rows, count);
        var last = Volatile.Read(ref told);
        if (progress is not null && clock.GetElapsedTime(last) > Pause && Interlocked.CompareExchange(ref told, clock.GetTimestamp(), last) == last)
        {
            progress.Report(sum);
        }
    }
}
