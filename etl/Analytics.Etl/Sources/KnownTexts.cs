using System.Buffers.Binary;

namespace Analytics.Etl.Sources;

/// <summary>Texts of a column that repeat: the same bytes give the same string object, and are read once.</summary>
internal sealed class KnownTexts
{
    private const int Most = 4096;

    private readonly Dictionary<long, (byte[] Bytes, Cell Cell)> known = [];

    /// <summary>A number by which to find a text for those who have no hash of it: made of its length, its first and its last bytes.</summary>
    public static long Mark(ReadOnlySpan<byte> bytes)
    {
        Span<byte> ends = stackalloc byte[16];
        ends.Clear();
        bytes[..Math.Min(8, bytes.Length)].CopyTo(ends);
        bytes[^Math.Min(8, bytes.Length)..].CopyTo(ends[8..]);
        return unchecked(
            (BinaryPrimitives.ReadInt64LittleEndian(ends) * 31) + (BinaryPrimitives.ReadInt64LittleEndian(ends[8..]) * 1_000_003) + bytes.Length);
    }

    /// <param name="bytes">The text's bytes.</param>
    /// <param name="hash">The dialect's hash of them, or <see cref="Mark"/>.</param>
    /// <param name="read">Makes the cell when the text is new.</param>
    public Cell Find(ReadOnlySpan<byte> bytes, long hash, Func<ReadOnlySpan<byte>, long, Cell> read)
    {
        if (known.TryGetValue(hash, out var seen) && bytes.SequenceEqual(seen.Bytes))
        {
            return seen.Cell;
        }

        var cell = read(bytes, hash);
        if (known.Count < Most)
        {
            known[hash] = (bytes.ToArray(), cell);
        }

        return cell;
    }
}
