using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Etl.Loading;

/// <summary>
/// Writes facts as RowBinary and computes, from the very values written, what ClickHouse computes from those it stored:
/// number of rows, money, and the sum of the rows' hashes (the columns row_money and row_hash of every fact table).
/// Values come in the order of the table's columns; which source and load they are of is said once, by the insert.
/// </summary>
public sealed class FactWriter
{
    private RowBuffer buffer = new();
    private readonly Dictionary<string, ulong> labelHashes = new(StringComparer.Ordinal);
    private ulong hash;
    private long rowMoney;

    /// <summary>Rows written.</summary>
    public long Rows { get; private set; }

    /// <summary>Sum of the money columns, in tiyn.</summary>
    public long MoneyTiyn { get; private set; }

    /// <summary>Sum of the rows' hashes, modulo 2⁶⁴.</summary>
    public ulong HashSum { get; private set; }

    /// <summary>Latest day of the rows.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>Bytes that wait to be sent.</summary>
    public int Pending => buffer.Length;

    /// <summary>Gives the written bytes away and goes on with another buffer, which is empty.</summary>
    public RowBuffer Exchange(RowBuffer empty)
    {
        var written = buffer;
        buffer = empty;
        return written;
    }

    /// <summary>Throws the pending bytes away, where only the rules were asked.</summary>
    public void Forget() => buffer.Clear();

    public void BeginRow(long rowId)
    {
        rowMoney = 0;
        BinaryPrimitives.WriteInt64LittleEndian(Take(8), rowId);
        hash = Mix((ulong)rowId);
    }

    /// <summary>The row's own day, or any other.</summary>
    public void Day(DateOnly day, bool isPeriod = false)
    {
        LastDay = isPeriod && !(LastDay >= day) ? day : LastDay;
        var days = DaysSince1970(day);
        BinaryPrimitives.WriteUInt16LittleEndian(Take(2), days);
        Hash(days);
    }

    public void OptionalDay(DateOnly? day)
    {
        Take(1)[0] = day is null ? (byte)1 : (byte)0;
        if (day is { } known)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(Take(2), DaysSince1970(known));
        }

        Hash(day is null ? 0UL : DaysSince1970(day.Value));
    }

    public void UInt8(byte value)
    {
        Take(1)[0] = value;
        Hash(value);
    }

    /// <summary>Number of a word of an Enum8 column.</summary>
    public void Code(sbyte value)
    {
        Take(1)[0] = (byte)value;
        Hash((ulong)value);
    }

    public void UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(Take(4), value);
        Hash(value);
    }

    public void Key(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(Take(8), value);
        Hash(value);
    }

    /// <summary>Amount in tiyn into a Decimal(18, 2) of tenge.</summary>
    public void Money(long tiyn)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Take(8), tiyn);
        Hash((ulong)tiyn);
        rowMoney += tiyn;
    }

    /// <summary>An amount in tiyn that is a part of the row's money, and so adds nothing to it.</summary>
    public void Amount(long tiyn)
    {
        BinaryPrimitives.WriteInt64LittleEndian(Take(8), tiyn);
        Hash((ulong)tiyn);
    }

    public void Label(string text)
    {
        String(Encoding.UTF8.GetBytes(text));
        if (!labelHashes.TryGetValue(text, out var labelHash))
        {
            labelHashes[text] = labelHash = HalfMd5(text);
        }

        Hash(labelHash);
    }

    public void EndRow()
    {
        Rows++;
        MoneyTiyn += rowMoney;
        HashSum += hash;
    }

    private static ushort DaysSince1970(DateOnly day) => (ushort)(day.DayNumber - new DateOnly(1970, 1, 1).DayNumber);

    private void Hash(ulong value) => hash = Mix(hash ^ value);

    // ClickHouse's intHash64: a constant, then the finaliser of MurmurHash3.
    private static ulong Mix(ulong value)
    {
        value ^= 0x4cf2d2baae6da887UL;
        value ^= value >> 33;
        value *= 0xff51afd7ed558ccdUL;
        value ^= value >> 33;
        value *= 0xc4ceb9fe1a85ec53UL;
        return value ^ (value >> 33);
    }

#pragma warning disable CA5351 // The function halfMD5 of ClickHouse, for comparing, not for protecting.
    private static ulong HalfMd5(string text) => BinaryPrimitives.ReadUInt64BigEndian(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    private void String(ReadOnlySpan<byte> bytes)
    {
        var length = (uint)bytes.Length;
        while (length >= 0x80)
        {
            Take(1)[0] = (byte)(length | 0x80);
            length >>= 7;
        }

        Take(1)[0] = (byte)length;
        bytes.CopyTo(Take(bytes.Length));
    }

    private Span<byte> Take(int count) => buffer.Take(count);
}
