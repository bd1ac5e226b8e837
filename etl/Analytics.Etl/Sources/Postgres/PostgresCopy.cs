using System.Buffers.Binary;
using System.Globalization;
using System.Reflection;
using Npgsql;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>
/// The bytes of COPY … TO STDOUT. The library hands over one row a call, which takes longer than all else we do with the row
/// (docs/performance.md); so what its connection has received is taken in whole buffers and the frame of each row removed here. At
/// anything but row data, such as the end or an error, the connection is given back as it stands and the library goes on.
/// </summary>
internal sealed class PostgresCopy : IAsyncDisposable
{
    private const byte CopyData = (byte)'d';
    private const int HeaderLength = 5;

    private readonly NpgsqlRawCopyStream library;
    private readonly Connection? connection;
    private readonly TimeSpan patience;
    private readonly byte[] received;
    private int start;
    private int end;
    private int leftInRow;
    private bool isDirect;

    public PostgresCopy(NpgsqlRawCopyStream library, TimeSpan patience)
    {
        this.library = library;
        this.patience = patience;
        library.ReadTimeout = (int)patience.TotalMilliseconds;
        connection = Connection.Of(library);
        received = connection is null ? [] : new byte[connection.Buffer.Length];
        isDirect = connection is not null;
        if (connection is not null)
        {
            (leftInRow, end) = connection.Take(received);
        }
    }

    /// <summary>True when the version of the library has all members that are needed.</summary>
    public static bool CanBeDirect => Connection.IsKnown;

    /// <summary>True while rows are taken from the connection itself.</summary>
    public bool IsDirect => isDirect;

    /// <summary>Reads some bytes; 0 after the last.</summary>
    /// <exception cref="TimeoutException">Nothing came for so long.</exception>
    public async ValueTask<int> ReadAsync(Memory<byte> into, CancellationToken cancellationToken)
    {
        while (isDirect)
        {
            if (Unframe(into.Span) is var count and > 0)
            {
                return count;
            }

            if (leftInRow == 0 && end - start >= HeaderLength)
            {
                GiveBack();
                break;
            }

            await ReceiveAsync(cancellationToken);
        }

        return await library.ReadAsync(into, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        GiveBack();
        await library.DisposeAsync();
    }

    // Copies the contents of as many frames as lie here and fit.
    private int Unframe(Span<byte> into)
    {
        var count = 0;
        while (count < into.Length)
        {
            if (leftInRow == 0)
            {
                if (end - start < HeaderLength || received[start] != CopyData)
                {
                    break;
                }

                leftInRow = BinaryPrimitives.ReadInt32BigEndian(received.AsSpan(start + 1)) - 4;
                start += HeaderLength;
            }

            var now = Math.Min(Math.Min(leftInRow, end - start), into.Length - count);
            if (now == 0 && leftInRow > 0)
            {
                break;
            }

            received.AsSpan(start, now).CopyTo(into[count..]);
            start += now;
            leftInRow -= now;
            count += now;
        }

        return count;
    }

    private async ValueTask ReceiveAsync(CancellationToken cancellationToken)
    {
        received.AsSpan(start, end - start).CopyTo(received);
        (start, end) = (0, end - start);
        using var timed = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timed.CancelAfter(patience);
        try
        {
            var count = await connection!.Stream.ReadAsync(received.AsMemory(end), timed.Token);
            end += count > 0 ? count : throw new IOException("The connection was closed by the server.");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"Nothing came for {patience.TotalSeconds:0} seconds."));
        }
    }

    private void GiveBack()
    {
        if (isDirect)
        {
            connection!.GiveBack(received.AsSpan(start, end - start), leftInRow);
            isDirect = false;
        }
    }

    /// <summary>The connection below the library's stream. Its members are not public: when a version lacks one of them, the library reads.</summary>
    private sealed class Connection(NpgsqlRawCopyStream library, object reader, byte[] buffer)
    {
        private static readonly FieldInfo? Reader = Private(typeof(NpgsqlRawCopyStream), "_readBuf");
        private static readonly FieldInfo? LeftInRow = Private(typeof(NpgsqlRawCopyStream), "_leftToReadInDataMsg");
        private static readonly FieldInfo? BufferOf = Private(Reader?.FieldType, "Buffer");
        private static readonly FieldInfo? FilledBytes = Private(Reader?.FieldType, "FilledBytes");
        private static readonly FieldInfo? ReadPosition = Private(Reader?.FieldType, "<ReadPosition>k__BackingField");
        private static readonly FieldInfo? Underlying = Private(Reader?.FieldType, "<Underlying>k__BackingField");

        public static bool IsKnown => Reader is not null && LeftInRow is not null && BufferOf is not null && FilledBytes is not null && ReadPosition is not null && Underlying is not null;

        public byte[] Buffer => buffer;

        public Stream Stream { get; } = (Stream)Underlying!.GetValue(reader)!;

        public static Connection? Of(NpgsqlRawCopyStream library) =>
            IsKnown && Reader!.GetValue(library) is { } reader && BufferOf!.GetValue(reader) is byte[] buffer && Underlying!.GetValue(reader) is Stream
                && LeftInRow!.GetValue(library) is int && FilledBytes!.GetValue(reader) is int && ReadPosition!.GetValue(reader) is int
                ? new Connection(library, reader, buffer)
                : null;

        /// <summary>Takes what the library has received and not yet handed over.</summary>
        public (int LeftInRow, int Count) Take(Span<byte> into)
        {
            var (from, until) = ((int)ReadPosition!.GetValue(reader)!, (int)FilledBytes!.GetValue(reader)!);
            buffer.AsSpan(from, until - from).CopyTo(into);
            Set(0, 0);
            return ((int)LeftInRow!.GetValue(library)!, until - from);
        }

        public void GiveBack(ReadOnlySpan<byte> rest, int leftInRow)
        {
            rest.CopyTo(buffer);
            Set(0, rest.Length);
            LeftInRow!.SetValue(library, leftInRow);
        }

        private void Set(int from, int until)
        {
            ReadPosition!.SetValue(reader, from);
            FilledBytes!.SetValue(reader, until);
        }

        private static FieldInfo? Private(Type? type, string name) => type?.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic);
    }
}
