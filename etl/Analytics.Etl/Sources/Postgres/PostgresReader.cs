using System.Buffers.Binary;
using System.Text;
using Analytics.Etl.Loading;
using Npgsql;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>
/// Reads COPY … BINARY. Faster than a data reader, and no value can break it off: NaN, infinity and wrong bytes become cells that a rule rejects.
/// </summary>
internal sealed class PostgresReader : ISourceReader
{
    private const int HeaderLength = 19;

    private readonly string source;
    private readonly PostgresCopy copy;
    private readonly Cell[] cells;
    private readonly Func<ReadOnlySpan<byte>, Cell>[] parsers;
    private readonly PostgresMix mix;
    private byte[] buffer = new byte[1 << 17];
    private int start;
    private int end;
    private bool headerRead;
    private bool copyEnded;

    public PostgresReader(string source, PostgresCopy copy, Encoding encoding, Process process, IReadOnlyDictionary<string, string> types)
    {
        this.source = source;
        this.copy = copy;
        mix = new PostgresMix(process, types);
        cells = new Cell[process.Columns.Count];
        parsers = [.. process.Columns.Select(column => Parser(column, PostgresTypes.Bare(types[column.Name]), encoding))];
    }

    private enum Parsed
    {
        Row,

        /// <summary>The mark after the last row.</summary>
        End,

        /// <summary>The next row does not yet lie in the buffer as a whole; nothing was taken.</summary>
        TooLittle,
    }

    public ReadOnlySpan<Cell> Cells => cells;

    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        await ReadHeaderAsync(cancellationToken);
        Parsed parsed;
        while ((parsed = Parse(cells, out _)) == Parsed.TooLittle)
        {
            await NeedAsync(end - start + 1, cancellationToken);
        }

        return parsed == Parsed.Row;
    }

    public async ValueTask FillAsync(RowBlock block, CancellationToken cancellationToken)
    {
        await ReadHeaderAsync(cancellationToken);
        block.Clear();
        while (Parse(block) == Parsed.TooLittle)
        {
            await NeedAsync(end - start + 1, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            await copy.DisposeAsync();
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
        {
            // A copy that was broken off before its end: the connection is closed with the snapshot.
        }
    }

    private static Func<ReadOnlySpan<byte>, Cell> Parser(ContractColumn column, string type, Encoding encoding) => type switch
    {
        _ when column.Repeats => Known(encoding),
        "boolean" or "smallint" or "integer" or "bigint" => static bytes => Cell.Integer(BinaryPrimitives.ReadInt64BigEndian(bytes)),
        "numeric" => PostgresNumeric.Parse,
        "date" => static bytes => BinaryPrimitives.ReadInt32BigEndian(bytes) switch
        {
            int.MaxValue or int.MinValue => Cell.ImpossibleDate,
            var days => new Cell(CellKind.Date, days, null),
        },
        _ => bytes => Text(bytes, 0, encoding),
    };

    private static Func<ReadOnlySpan<byte>, Cell> Known(Encoding encoding)
    {
        var known = new KnownTexts();
        return bytes => known.Find(bytes, KnownTexts.Mark(bytes), (text, mark) => Text(text, mark, encoding));
    }

    // The bytes enter the fingerprint, not a number of the cell.
    private static Cell Text(ReadOnlySpan<byte> bytes, long mark, Encoding encoding) => new(CellKind.Text, mark, encoding.GetString(bytes));

    private async ValueTask ReadHeaderAsync(CancellationToken cancellationToken)
    {
        if (!headerRead)
        {
            await NeedAsync(HeaderLength, cancellationToken);
            var extension = BinaryPrimitives.ReadInt32BigEndian(buffer.AsSpan(start + 15, 4));
            start += HeaderLength;
            await NeedAsync(extension, cancellationToken);
            start += extension;
            headerRead = true;
        }
    }

    // Parses rows until the block is full.
    private Parsed Parse(RowBlock block)
    {
        while (!block.IsFull)
        {
            var parsed = Parse(block.Next(), out var rowMix);
            block.Mix(block.Count - 1) = rowMix;
            if (parsed != Parsed.Row)
            {
                block.Withdraw();
                return parsed;
            }
        }

        return Parsed.Row;
    }

    private Parsed Parse(Span<Cell> row, out long rowMix)
    {
        rowMix = 0;
        var rest = buffer.AsSpan(start, end - start);
        if (rest.Length < 2)
        {
            return Parsed.TooLittle;
        }

        if (BinaryPrimitives.ReadInt16BigEndian(rest) < 0)
        {
            // The mark stays where it is: whoever asks again meets it again.
            return Parsed.End;
        }

        rest = rest[2..];
        var hash = 0L;
        for (var column = 0; column < row.Length; column++)
        {
            if (rest.Length < 4)
            {
                return Parsed.TooLittle;
            }

            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            rest = rest[4..];
            if (rest.Length < length)
            {
                return Parsed.TooLittle;
            }

            var bytes = rest[..Math.Max(0, length)];
            row[column] = length < 0 ? Cell.Null : parsers[column](bytes);
            hash = mix.Add(hash, column, row[column], bytes);
            rest = rest[bytes.Length..];
        }

        rowMix = mix.End(hash, row);
        start = end - rest.Length;
        return Parsed.Row;
    }

    // Makes sure that so many bytes lie in the buffer.
    private async ValueTask NeedAsync(int count, CancellationToken cancellationToken)
    {
        if (end - start >= count)
        {
            return;
        }

        buffer.AsSpan(start, end - start).CopyTo(buffer);
        end -= start;
        start = 0;
        if (buffer.Length < count)
        {
            Array.Resize(ref buffer, Math.Max(count, buffer.Length * 2));
        }

        try
        {
            // Without our own reading of frames one call brings one row; then the buffer is filled before it is looked at.
            while ((end < count || (!copy.IsDirect && end < buffer.Length)) && !copyEnded)
            {
                var read = await copy.ReadAsync(buffer.AsMemory(end), cancellationToken);
                end += read;
                copyEnded = read == 0;
            }
        }
        catch (Exception exception) when (exception is NpgsqlException or IOException or TimeoutException)
        {
            throw new SourceException(new("source.broke_off", source, PostgresErrors.Message(exception)), exception);
        }

        if (end < count)
        {
            throw new SourceException(new("source.broke_off_in_rows", source));
        }
    }
}
