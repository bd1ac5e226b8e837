using System.Data.Common;

namespace Analytics.ChaosTests.Sources;

/// <summary>Changes the sources all the while, unless told to rest.</summary>
public sealed class Writer : IAsyncDisposable
{
    private readonly IReadOnlyList<SourceTable> tables;
    private readonly SharedRandom random;
    private readonly CancellationTokenSource stopping = new();
    private readonly Task writing;
    private volatile bool rests = true;

    public Writer(IReadOnlyList<SourceTable> tables, SharedRandom random)
    {
        this.tables = tables;
        this.random = random;
        writing = WriteAsync();
    }

    public bool Rests
    {
        get => rests;
        set => rests = value;
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await writing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        stopping.Dispose();
    }

    private async Task WriteAsync()
    {
        while (!stopping.IsCancellationRequested)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(200, 800)), stopping.Token);
            if (!rests)
            {
                await TryAsync(tables[random.Next(tables.Count)]);
            }
        }
    }

    private static async Task TryAsync(SourceTable table)
    {
        try
        {
            await table.WriteAsync();
        }
        catch (DbException)
        {
            // The source is away or its table has other columns at the moment: nothing was written.
        }
    }
}
