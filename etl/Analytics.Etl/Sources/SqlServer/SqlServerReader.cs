using System.Text;
using Microsoft.Data.SqlClient;

namespace Analytics.Etl.Sources.SqlServer;

/// <summary>Reads rows of a SQL Server source as they come over the wire: whole numbers and bytes, so no value can break the reading off.</summary>
internal sealed class SqlServerReader(
    string source, SqlCommand command, SqlDataReader reader, IReadOnlyList<ContractColumn> columns, IReadOnlyDictionary<string, string> types) : ISourceReader
{
    private readonly Cell[] cells = new Cell[columns.Count];
    private readonly Func<SqlDataReader, int, Cell>[] parsers = [.. columns.Select(column => Parser(column, types[column.Name]))];
    private bool ended;

    public ReadOnlySpan<Cell> Cells => cells;

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (!await reader.ReadAsync(cancellationToken))
            {
                ended = true;
                return false;
            }
        }
        catch (Exception exception) when (exception is SqlException or IOException)
        {
            throw new SourceException(new("source.broke_off", source, SqlServerErrors.Message(exception)), exception);
        }

        for (var column = 0; column < cells.Length; column++)
        {
            cells[column] = reader.IsDBNull(column) ? Cell.Null : parsers[column](reader, column);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        if (!ended)
        {
            // Otherwise closing would first read all the rows that are left.
            command.Cancel();
        }

        await reader.DisposeAsync();
        await command.DisposeAsync();
    }

    private static Func<SqlDataReader, int, Cell> Parser(ContractColumn column, string type) => type switch
    {
        _ when column.Repeats => Texts(new KnownTexts()),
        "date" => static (reader, position) => new Cell(CellKind.Date, reader.GetInt64(position), null),
        "decimal" or "numeric" => static (reader, position) => reader.GetInt64(position) is var number && number == SqlServerTypes.Fraction ? Cell.Fraction : Cell.Integer(number),
        "tinyint" or "smallint" or "int" or "bigint" or "bit" => static (reader, position) => Cell.Integer(reader.GetInt64(position)),
        _ => Texts(null),
    };

    private static Func<SqlDataReader, int, Cell> Texts(KnownTexts? known) => (reader, position) =>
    {
        var bytes = reader.GetFieldValue<byte[]>(position);
        var hash = SqlServerTextHash.Of(bytes);
        return known?.Find(bytes, hash, Text) ?? Text(bytes, hash);
    };

    private static Cell Text(ReadOnlySpan<byte> bytes, long hash) => new(CellKind.Text, hash, Encoding.Unicode.GetString(bytes));
}
