namespace Analytics.Etl.Sources;

/// <summary>Texts of a column that repeat: the same bytes give the same string object, and are read once.</summary>
internal sealed class KnownTexts
{
    private const int Most = 4096;

    private readonly Dictionary<long, (byte[] Bytes, Cell Cell)> known = [];

    /// <param name="bytes">The text's bytes.</param>
    /// <param name="hash">The hash that the dialect makes of them.</param>
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
