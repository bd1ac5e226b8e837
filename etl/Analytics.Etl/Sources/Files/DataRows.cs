namespace Analytics.Etl.Sources.Files;

/// <summary>
/// The rows of a table below its headers. Blank rows and the row of column numbers are passed over; a row of totals is compared
/// with the sum of the rows above it, and what follows it without figures is a remark.
/// </summary>
internal sealed class DataRows(ITableFile file, TableShape shape, CellReading reading) : IDisposable
{
    private static readonly HashSet<string> TotalWords = new(StringComparer.Ordinal)
    {
        "итого", "всего", "барлыгы", "жиыны", "жиынтыгы", "total", "totals", "grand",
    };

    private readonly ITable table = file.Open(shape.Sheet);
    private readonly IReadOnlyList<ContractColumn> contract = shape.Mapping.Process.Columns;
    private readonly Cell[] cells = new Cell[shape.Columns.Count];
    private readonly decimal[] all = new decimal[shape.Columns.Count];
    private readonly decimal[] sinceTotal = new decimal[shape.Columns.Count];
    private bool totalSeen;

    /// <summary>Totals that differ from the rows above them; complete after the last row.</summary>
    public List<FileError> Differing { get; } = [];

    public int Row => table.Row;

    /// <summary>The row as cells of the contract.</summary>
    public ReadOnlySpan<Cell> Cells => cells;

    /// <summary>What stands in the file at a column of the contract.</summary>
    public TableCell At(int column) => shape.Columns[column] is >= 0 and var position && position < table.Cells.Count ? table.Cells[position] : TableCell.Empty;

    public bool Read()
    {
        while (table.Read())
        {
            if (table.Row <= shape.HeaderRow)
            {
                continue;
            }

            var filled = Filled();
            if (filled == 0 || IsColumnNumbers())
            {
                continue;
            }

            if (IsTotal())
            {
                Compare();
                continue;
            }

            // Signatures and remarks stand below the totals.
            if (totalSeen && filled <= 1)
            {
                continue;
            }

            reading.Read(table.Row, At, cells);
            Sum();
            return true;
        }

        return false;
    }

    public void Dispose() => table.Dispose();

    private int Filled()
    {
        var filled = 0;
        for (var column = 0; column < shape.Columns.Count; column++)
        {
            filled += At(column).IsEmpty ? 0 : 1;
        }

        return filled;
    }

    private bool IsColumnNumbers()
    {
        if (table.Row > shape.HeaderRow + 2)
        {
            return false;
        }

        var numbers = table.Cells.Where(cell => !cell.IsEmpty).ToList();
        return numbers.Count >= 3
            && numbers.Select((cell, position) => NumberText.Parse(cell.Text) - position).Distinct().ToList() is [not null and (0 or 1 or 2)];
    }

    // A word for a total in the first cell that holds something, and no name of a person beside it.
    private bool IsTotal() =>
        table.Cells.FirstOrDefault(cell => !cell.IsEmpty) is { Kind: TableCellKind.Text } first && Spelling.Words(first.Text) is [var word, ..] && TotalWords.Contains(word)
        && !Enumerable.Range(0, contract.Count).Any(column => contract[column].Kind == ColumnKind.Identifier && !At(column).IsEmpty && At(column) != first && !NumberText.IsAbsent(At(column).Text) && At(column).Kind == TableCellKind.Text);

    private void Compare()
    {
        totalSeen = true;
        for (var column = 0; column < contract.Count; column++)
        {
            if (contract[column].Kind is ColumnKind.Money or ColumnKind.Count && CellReading.NumberOf(At(column)) is { } total && total != all[column] && total != sinceTotal[column])
            {
                Differing.Add(new FileError("total_differs", shape.Sheet, table.Row, shape.Columns[column], shape.Headers[column], total, all[column], table.Row));
            }
        }

        Array.Clear(sinceTotal);
    }

    private void Sum()
    {
        for (var column = 0; column < contract.Count; column++)
        {
            if (contract[column].Kind is ColumnKind.Money or ColumnKind.Count && CellReading.NumberOf(At(column)) is { } number)
            {
                all[column] += number;
                sinceTotal[column] += number;
            }
        }
    }
}
