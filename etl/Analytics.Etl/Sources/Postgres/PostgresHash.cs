using System.Buffers.Binary;
using System.Numerics;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>
/// PostgreSQL's <c>hashtext</c>, <c>hashtextextended</c> and <c>hashint8extended</c> (Bob Jenkins's lookup3). Hash indexes and
/// partitions depend on them, so they stay the same; both sides compute them ten times as fast as an MD5.
/// </summary>
internal static class PostgresHash
{
    private const uint Beginning = 0x9e3779b9 + 3923095;

    /// <summary><c>hashtext(text COLLATE "C")</c>.</summary>
    public static int Of(ReadOnlySpan<byte> bytes) => (int)Of(bytes, 0);

    /// <summary><c>hashtextextended(text COLLATE "C", seed)</c>.</summary>
    public static long Of(ReadOnlySpan<byte> bytes, long seed)
    {
        var (a, b, c) = Begin((uint)bytes.Length, seed);
        while (bytes.Length >= 12)
        {
            a += BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            b += BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            c += BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
            Mix(ref a, ref b, ref c);
            bytes = bytes[12..];
        }

        // The rest, padded with zeros; the lowest byte of c is kept for the length.
        Span<byte> rest = stackalloc byte[12];
        rest.Clear();
        bytes[..Math.Min(8, bytes.Length)].CopyTo(rest);
        if (bytes.Length > 8)
        {
            bytes[8..].CopyTo(rest[9..]);
        }

        return End(
            a + BinaryPrimitives.ReadUInt32LittleEndian(rest),
            b + BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]),
            c + BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]));
    }

    /// <summary><c>hashint8extended(number, seed)</c>: alike for numbers of 16, 32 and 64 bits.</summary>
    public static long Of(long number, long seed)
    {
        var high = (uint)(number >> 32);
        var (a, b, c) = Begin(sizeof(uint), seed);
        return End(a + ((uint)number ^ (number >= 0 ? high : ~high)), b, c);
    }

    private static (uint A, uint B, uint C) Begin(uint length, long seed)
    {
        uint a, b, c;
        a = b = c = Beginning + length;
        if (seed != 0)
        {
            a += (uint)(seed >> 32);
            b += (uint)seed;
            Mix(ref a, ref b, ref c);
        }

        return (a, b, c);
    }

    private static void Mix(ref uint a, ref uint b, ref uint c)
    {
        (a, c) = ((a - c) ^ BitOperations.RotateLeft(c, 4), c + b);
        (b, a) = ((b - a) ^ BitOperations.RotateLeft(a, 6), a + c);
        (c, b) = ((c - b) ^ BitOperations.RotateLeft(b, 8), b + a);
        (a, c) = ((a - c) ^ BitOperations.RotateLeft(c, 16), c + b);
        (b, a) = ((b - a) ^ BitOperations.RotateLeft(a, 19), a + c);
        (c, b) = ((c - b) ^ BitOperations.RotateLeft(b, 4), b + a);
    }

    private static long End(uint a, uint b, uint c)
    {
        c = (c ^ b) - BitOperations.RotateLeft(b, 14);
        a = (a ^ c) - BitOperations.RotateLeft(c, 11);
        b = (b ^ a) - BitOperations.RotateLeft(a, 25);
        c = (c ^ b) - BitOperations.RotateLeft(b, 16);
        a = (a ^ c) - BitOperations.RotateLeft(c, 4);
        b = (b ^ a) - BitOperations.RotateLeft(a, 14);
        c = (c ^ b) - BitOperations.RotateLeft(b, 24);
        return (long)(((ulong)b << 32) | c);
    }
}
