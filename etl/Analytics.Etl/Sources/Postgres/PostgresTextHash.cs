using System.Buffers.Binary;
using System.Numerics;

namespace Analytics.Etl.Sources.Postgres;

/// <summary>
/// PostgreSQL's <c>hashtext(text COLLATE "C")</c> (Bob Jenkins's lookup3). Indexes depend on it, so it stays the same; both sides
/// compute it ten times as fast as an MD5.
/// </summary>
internal static class PostgresTextHash
{
    public static int Of(ReadOnlySpan<byte> bytes)
    {
        uint a, b, c;
        a = b = c = 0x9e3779b9 + (uint)bytes.Length + 3923095;
        while (bytes.Length >= 12)
        {
            a += BinaryPrimitives.ReadUInt32LittleEndian(bytes);
            b += BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            c += BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]);
            (a, c) = ((a - c) ^ BitOperations.RotateLeft(c, 4), c + b);
            (b, a) = ((b - a) ^ BitOperations.RotateLeft(a, 6), a + c);
            (c, b) = ((c - b) ^ BitOperations.RotateLeft(b, 8), b + a);
            (a, c) = ((a - c) ^ BitOperations.RotateLeft(c, 16), c + b);
            (b, a) = ((b - a) ^ BitOperations.RotateLeft(a, 19), a + c);
            (c, b) = ((c - b) ^ BitOperations.RotateLeft(b, 4), b + a);
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

        a += BinaryPrimitives.ReadUInt32LittleEndian(rest);
        b += BinaryPrimitives.ReadUInt32LittleEndian(rest[4..]);
        c += BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]);
        c = (c ^ b) - BitOperations.RotateLeft(b, 14);
        a = (a ^ c) - BitOperations.RotateLeft(c, 11);
        b = (b ^ a) - BitOperations.RotateLeft(a, 25);
        c = (c ^ b) - BitOperations.RotateLeft(b, 16);
        a = (a ^ c) - BitOperations.RotateLeft(c, 4);
        b = (b ^ a) - BitOperations.RotateLeft(a, 14);
        c = (c ^ b) - BitOperations.RotateLeft(b, 24);
        return (int)c;
    }
}
