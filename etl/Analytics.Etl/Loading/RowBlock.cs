using Analytics.Etl.Sources;

namespace Analytics.Etl.Loading;

/// <summary>Some rows that were read together, because keys are computed many at a time.</summary>
public sealed class RowBlock(int columns)
{
    /// <summary>Rows of a full block: it fits into a processor's cache.</summary>
    public const int Capacity = 256;

    private readonly Cell[] cells = new Cell[Capacity * columns];
    private readonly Cell[] column = new Cell[Capacity];

    private bool ended;

    public int Count { get; private set; }

    public ReadOnlySpan<Cell> this[int row] => cells.AsSpan(row * columns, columns);

    /// <summary>The cells of one column, until another is asked for.</summary>
    public ReadOnlySpan<Cell> Column(int position)
    {
        for (var row = 0; row < Count; row++)
        {
            column[row] = cells[row * columns + position];
        }

        return column.AsSpan(0, Count);
    }

    /// <summary>Reads the next rows; false after the last.</summary>
    public async ValueTask<bool> ReadAsync(ISourceReader rows, CancellationToken cancellationToken)
    {
        Count = 0;
        while (Count < Capacity && !ended)
        {
            if (await rows.ReadAsync(cancellationToken))
            {
                Add(rows.Cells);
            }
            else
            {
                ended = true;
            }
        }

        return Count > 0;
    }

    /// <summary>Holds this row alone.</summary>
    public void Hold(ReadOnlySpan<Cell> row)
    {
        Count = 0;
        Add(row);
    }

    private void Add(ReadOnlySpan<Cell> row) => row.CopyTo(cells.AsSpan(Count++ * columns, columns));
}
