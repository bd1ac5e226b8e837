namespace Analytics.Etl.Sources;

/// <summary>
/// The portable mix of a row's numbers. With P = 2³¹−1: t = Σ nᵢ · wᵢ over the columns, f = the row's own number times a factor
/// plus a term, and the mix is (t mod P) · (f mod P) mod P. Only +, * and the remainder, which every SQL dialect has, computes
/// fast and may compute in parallel; each number is used once or twice. The factor f, another one for every row, makes the sum
/// over rows see values that changed places. A dialect that has a hash of 64 bits may use that instead: only source and reader must agree.
/// </summary>
public static class RowMix
{
    public const long Modulus = 2147483647;

    /// <summary>What a row's number is multiplied by for its factor.</summary>
    public const long RowFactor = 1640531527;

    /// <summary>What is added to it.</summary>
    public const long RowTerm = 1013904223;

    /// <summary>Money enters sums below this, so that garbage cannot overflow them.</summary>
    public const long MoneyModulus = 1_000_000_000_000_000;

    // Primes below 2²⁸ that are together below 2³²: their products with numbers below 2³¹ still fit into 63 bits.
    private static readonly long[] Weights =
    [
        268435399, 223092907, 198491317, 236887691, 179424673, 141650939, 252097829, 122949829, 160481219, 217645199, 104395301, 243904603,
        86028121, 67867967,
    ];

    /// <summary>Weight of the n-th column.</summary>
    public static long Weight(int position) => Weights[position];

    /// <summary>The mix of a row whose cells are in the order of the contract.</summary>
    public static long Of(ReadOnlySpan<Cell> cells)
    {
        var weighted = 0L;
        for (var column = 0; column < cells.Length; column++)
        {
            weighted += cells[column].FingerprintNumber % Modulus * Weight(column);
        }

        return Of(weighted, cells[0].FingerprintNumber);
    }

    /// <param name="weightedSum">Σ (nᵢ mod P) · wᵢ.</param>
    /// <param name="rowNumber">The row's own number.</param>
    public static long Of(long weightedSum, long rowNumber) =>
        weightedSum % Modulus * ((rowNumber % Modulus * RowFactor + RowTerm) % Modulus) % Modulus;
}
