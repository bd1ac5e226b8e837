namespace Analytics.Etl.Demo;

/// <summary>Splitting a whole number into whole parts that add up to it.</summary>
internal static class Apportionment
{
    /// <summary>
    /// Parts in proportion to the weights by largest remainder, ties to the first. A part of weight zero gets nothing, every other at
    /// least the minimum.
    /// </summary>
    public static long[] Split(long total, ReadOnlySpan<long> weights, int minimum = 0)
    {
        var parts = new long[weights.Length];
        Int128 sum = 0;
        var rest = total;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i];
            parts[i] = weights[i] > 0 ? minimum : 0;
            rest -= parts[i];
        }
        ArgumentOutOfRangeException.ThrowIfNegative(rest, nameof(total));
        var remainders = new Int128[weights.Length];
        var shared = rest;
        for (var i = 0; i < weights.Length; i++)
        {
            var exact = (Int128)shared * weights[i];
            parts[i] += (long)(exact / sum);
            rest -= (long)(exact / sum);
            remainders[i] = exact % sum;
        }
        for (; rest > 0; rest--)
        {
            var best = 0;
            for (var i = 1; i < remainders.Length; i++)
            {
                best = remainders[i] > remainders[best] ? i : best;
            }
            parts[best]++;
            remainders[best] = -1;
        }
        return parts;
    }
}
