using Sylvan.Data.Csv;

namespace Analytics.Etl.Sources.Files;

/// <summary>Rows of a CSV file. All cells are text, also those that begin like a formula.</summary>
internal sealed class CsvTable(CsvDataReader reader) : ITable
{
    private readonly List<TableCell> cells = [];

    public int Row { get; private set; }

    public IReadOnlyList<TableCell> Cells => cells;

    public bool Read()
    {
        cells.Clear();
        try
        {
            if (!reader.Read())
            {
                return false;
            }

            Row++;
            for (var column = 0; column < reader.RowFieldCount; column++)
            {
                cells.Add(TableCell.OfText(reader.GetString(column)));
            }

            return true;
        }
        catch (Exception exception) when (exception is CsvFormatException or CsvRecordTooLargeException)
        {
            throw new FileException("csv_broken", exception, Row + 1);
        }
    }

    public void Dispose() => reader.Dispose();
}
