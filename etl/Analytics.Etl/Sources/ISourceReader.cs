namespace Analytics.Etl.Sources;

/// <summary>Reads rows forward, once.</summary>
public interface ISourceReader : IAsyncDisposable
{
    /// <summary>The current row's cells, in the order of the contract; overwritten by the next row.</summary>
    ReadOnlySpan<Cell> Cells { get; }

    /// <summary>Moves to the next row; false after the last.</summary>
    ValueTask<bool> ReadAsync(CancellationToken cancellationToken);

    /// <summary>Fills a block with the next rows; one that is not full is the last.</summary>
    async ValueTask FillAsync(RowBlock block, CancellationToken cancellationToken)
    {
        block.Clear();
        while (!block.IsFull && await ReadAsync(cancellationToken))
        {
            block.Mix(block.Count) = RowMix.Of(Cells);
            Cells.CopyTo(block.Next());
        }
    }
}
