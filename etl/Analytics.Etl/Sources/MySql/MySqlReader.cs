using MySqlConnector;

namespace Analytics.Etl.Sources.MySql;

/// <summary>
/// Reads rows of a MySQL source as they come over the wire, one in memory at a time. The statement returns only whole numbers and
/// bytes, so no value can break the reading off.
/// </summary>
internal sealed class MySqlReader : ISourceReader
{
    private readonly string source;
    private readonly MySqlCommand command;
    private readonly MySqlDataReader reader;
    private readonly Cell[] cells;
    private readonly Func<int, Cell>[] parsers;
    private byte[] buffer = new byte[256];
    private bool ended;

    public MySqlReader(
        string source, MySqlCommand command, MySqlDataReader reader, IReadOnlyList<ContractColumn> columns, IReadOnlyDictionary<string, string> types)
    {
        this.source = source;
        this.command = command;
        this.reader = reader;
        cells = new Cell[columns.Count];
        parsers = [.. columns.Select(column => Parser(column, types[column.Name]))];
    }

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
        catch (Exception exception) when (exception is MySqlException or IOException)
        {
            ended = true;
            throw new SourceException(new("source.broke_off", source, MySqlErrors.Message(exception)), exception);
        }

        for (var column = 0; column < cells.Length; column++)
        {
            cells[column] = reader.IsDBNull(column) ? Cell.Null : parsers[column](column);
        }

        return true;
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (!ended)
            {
                // Otherwise closing would first read all the rows that are left.
                command.Cancel();
            }

            await reader.DisposeAsync();
        }
        catch (Exception exception) when (exception is MySqlException or IOException)
        {
            // A reading that was broken off before its end: the connection is closed with the snapshot.
        }

        await command.DisposeAsync();
    }

    private Func<int, Cell> Parser(ContractColumn column, string type) => type switch
    {
        "null" => static _ => Cell.Null,
        _ when column.Repeats => Known(),
        "date" => position => MySqlDays.Cell(reader.GetInt64(position)),
        "decimal" or "bigint unsigned" => position => reader.GetInt64(position) is var number && number == MySqlTypes.Fraction ? Cell.Fraction : Cell.Integer(number),
        "bit" => position => Cell.Integer(reader.GetInt64(position)),
        _ when MySqlTypes.IsWhole(type) => position => Cell.Integer(reader.GetInt64(position)),
        _ => position => Bytes(position) is var bytes ? Cell.OfText(bytes, MySqlTextHash.Of(bytes)) : default,
    };

    private Func<int, Cell> Known()
    {
        var known = new KnownTexts();
        return position => Bytes(position) is var bytes ? known.Find(bytes, MySqlTextHash.Of(bytes), Cell.OfText) : default;
    }

    private ReadOnlySpan<byte> Bytes(int position)
    {
        var length = (int)reader.GetBytes(position, 0, null, 0, 0);
        if (length > buffer.Length)
        {
            buffer = new byte[length * 2];
        }

        reader.GetBytes(position, 0, buffer, 0, length);
        return buffer.AsSpan(0, length);
    }
}
