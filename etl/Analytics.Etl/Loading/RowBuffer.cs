namespace Analytics.Etl.Loading;

/// <summary>Bytes of rows that are written and then sent; used again after that.</summary>
public sealed class RowBuffer
{
    /// <summary>Bytes from which a buffer counts as full.</summary>
    public const int Full = 1 << 20;

    /// <summary>More than any row takes.</summary>
    private const int LongestRow = 1 << 14;

    private byte[] bytes = new byte[Full + LongestRow];

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => bytes.AsMemory(0, Length);

    public void Clear() => Length = 0;

    /// <summary>Room for so many bytes more, which count as written.</summary>
    public Span<byte> Take(int count)
    {
        if (Length + count > bytes.Length)
        {
            Array.Resize(ref bytes, Math.Max(bytes.Length * 2, Length + count));
        }

        Length += count;
        return bytes.AsSpan(Length - count, count);
    }
}
