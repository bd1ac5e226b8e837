using Analytics.Etl.Sources.Files;

namespace Analytics.Etl.Targets.Upload;

/// <summary>A sheet in memory. A merged cell's value stands in all of its rows and columns.</summary>
internal sealed class SheetGrid
{
    public const int MostRows = 20_000;

    private readonly SortedDictionary<int, TableCell[]> rows = [];
    private readonly Dictionary<(int Row, int Column), (int Row, int Column)> merged = [];

    private SheetGrid(string name) => Name = name;

    public string Name { get; }

    /// <summary>Numbers of the rows that hold something, as Excel shows them.</summary>
    public IEnumerable<int> Rows => rows.Keys;

    public int Width { get; private set; }

    /// <exception cref="FileException">The file is broken, or has too many rows.</exception>
    public static SheetGrid Read(XlsxFile file, string name)
    {
        var grid = new SheetGrid(name);
        using (var table = file.Open(name))
        {
            while (table.Read())
            {
                if (table.Cells.Any(cell => !cell.IsEmpty))
                {
                    grid.rows[table.Row] = [.. table.Cells];
                    grid.Width = Math.Max(grid.Width, table.Cells.Count);
                }

                if (grid.rows.Count > MostRows)
                {
                    throw new FileException("workbook_unpacks_too_large", null, SafeWorkbook.LargestFile >> 20);
                }
            }
        }

        foreach (var (top, left, bottom, right) in file.Merges(name))
        {
            for (var row = top; row <= Math.Min(bottom, top + MostRows); row++)
            {
                for (var column = left; column <= Math.Min(right, left + 200); column++)
                {
                    grid.merged[(row, column)] = (top, left);
                }
            }
        }

        return grid;
    }

    public TableCell this[int row, int column]
    {
        get
        {
            var (r, c) = merged.GetValueOrDefault((row, column), (row, column));
            return rows.TryGetValue(r, out var cells) && c >= 0 && c < cells.Length ? cells[c] : TableCell.Empty;
        }
    }

    /// <summary>True when the cell is one of several rows that were merged.</summary>
    public bool IsMergedDown(int row, int column) =>
        merged.TryGetValue((row, column), out var first) && (merged.ContainsKey((first.Row + 1, first.Column)) && merged[(first.Row + 1, first.Column)] == first);

    /// <summary>The cell's address: <c>План!B7</c>, <c>'План 2021'!B7</c>.</summary>
    public string Address(int row, int column) =>
        (Name.All(char.IsLetterOrDigit) ? Name : $"'{Name.Replace("'", "''", StringComparison.Ordinal)}'") + "!" + Letters(column) + row.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Letters(int column) => (column >= 26 ? Letters((column / 26) - 1) : "") + (char)('A' + (column % 26));
}
