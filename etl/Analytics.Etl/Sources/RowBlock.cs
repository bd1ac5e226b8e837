namespace Analytics.Etl.Sources;

/// <summary>Some rows that were read together, because keys are computed many at a time.</summary>
public sealed class RowBlock(int columns)
{
    /// <summary>Rows of a full block: it fits into a processor's cache.</summary>
    public const int Capacity = 256;

    private readonly Cell[] cells = new Cell[Capacity * columns];
    private readonly Cell[] column = new Cell[Capacity];
    private readonly long[] mixes = new long[Capacity];

    public int Count { get; private set; }

    public bool IsFull => Count == Capacity;

    public ReadOnlySpan<Cell> this[int row] => cells.AsSpan(row * columns, columns);

    /// <summary>One cell, in place.</summary>
    public ref readonly Cell At(int row, int position) => ref cells[row * columns + position];

    public void Clear() => Count = 0;

    /// <summary>Room for the next row.</summary>
    public Span<Cell> Next() => cells.AsSpan(Count++ * columns, columns);

    /// <summary>A row's mix, as the source's dialect makes it; whoever fills the block sets it.</summary>
    public ref long Mix(int row) => ref mixes[row];

    /// <summary>Takes back the row that was begun last.</summary>
    public void Withdraw() => Count--;

    /// <summary>The cells of one column, until another is asked for.</summary>
    public ReadOnlySpan<Cell> Column(int position)
    {
        for (var row = 0; row < Count; row++)
        {
            column[row] = cells[row * columns + position];
        }

        return column.AsSpan(0, Count);
    }

    /// <summary>Holds this row alone.</summary>
    public void Hold(ReadOnlySpan<Cell> row)
    {
        Clear();
        row.CopyTo(Next());
    }
}
