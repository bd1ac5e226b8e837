namespace Analytics.Etl.Sources;

/// <summary>
/// The portable mix of a row's numbers: with P = 2³¹−1, t = Σ (nᵢ mod P) · wᵢ and the mix is (t mod P)² mod P. Only +, * and the
/// remainder, which every SQL dialect has and computes fast. The square makes the sum over rows see values that changed places.
/// </summary>
public static class RowMix
{
    public const long Modulus = 2147483647;

    /// <summary>Money enters sums below this, so that garbage cannot overflow them.</summary>
    public const long MoneyModulus = 1_000_000_000_000_000;

    private static readonly long[] Weights = [3, 7, 31, 127, 521, 1009, 2053, 4099, 8209, 16411, 32771, 65537];

    /// <summary>Weight of the n-th number column.</summary>
    public static long Weight(int position) => Weights[position];

    public static long Of(long weightedSum)
    {
        var residue = weightedSum % Modulus;
        return residue * residue % Modulus;
    }
}
