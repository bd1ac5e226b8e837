using Microsoft.Data.Sqlite;

namespace Analytics.Etl.Sources.Sqlite;

/// <summary>Reads rows of a SQLite source.</summary>
internal sealed class SqliteReader(string source, SqliteCommand command, SqliteDataReader reader, IReadOnlyList<ContractColumn> columns) : ISourceReader
{
    private readonly Cell[] cells = new Cell[columns.Count];
    private readonly KnownTexts?[] known = [.. columns.Select(column => column.Repeats ? new KnownTexts() : null)];

    public ReadOnlySpan<Cell> Cells => cells;

    public ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            if (!reader.Read())
            {
                return ValueTask.FromResult(false);
            }

            for (var column = 0; column < cells.Length; column++)
            {
                cells[column] = SqliteFunctions.Cell(reader, column, known[column]);
            }

            return ValueTask.FromResult(true);
        }
        catch (SqliteException exception)
        {
            throw new SourceException(new("source.broke_off", source, exception.Message), exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await reader.DisposeAsync();
        await command.DisposeAsync();
    }
}
