namespace Analytics.ChaosTests.Proxy;

/// <summary>Looks for texts, one after the other, in a stream that comes in pieces.</summary>
internal sealed class TextSearch
{
    private readonly Lock turn = new();
    private IReadOnlyList<byte[]>? texts;
    private int next;
    private byte[] rest = [];

    public bool IsFound { get; private set; }

    public void Begin(IReadOnlyList<byte[]>? wanted)
    {
        lock (turn)
        {
            (texts, next, rest, IsFound) = (wanted, 0, [], false);
        }
    }

    /// <summary>Where in this piece the last text ends, 0 when it ended in an earlier one; -1 while not all are found.</summary>
    public int FindsIn(ReadOnlySpan<byte> piece)
    {
        lock (turn)
        {
            if (IsFound || texts is null)
            {
                return IsFound ? 0 : -1;
            }

            byte[] all = [.. rest, .. piece];
            var from = 0;
            while (next < texts.Count && all.AsSpan(from).IndexOf(texts[next]) is var at and >= 0)
            {
                from += at + texts[next].Length;
                next++;
            }

            IsFound = next == texts.Count;
            var end = IsFound ? Math.Max(0, from - rest.Length) : -1;
            rest = all.AsSpan(Math.Max(from, all.Length - 128)).ToArray();
            return end;
        }
    }
}
