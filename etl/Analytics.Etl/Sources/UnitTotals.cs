using System.Globalization;
using Analytics.Etl.Loading;

namespace Analytics.Etl.Sources;

/// <summary>Count, money and fingerprint of a unit's rows; computed alike by the source in SQL and by the loader from the rows it read.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="MoneyTiyn">Sum of the money columns.</param>
/// <param name="Mix">Sum of the rows' mixes, as the source's dialect makes them: <see cref="RowMix"/>, PostgreSQL's by its own hashes.</param>
public readonly record struct UnitTotals(long Rows, long MoneyTiyn, long Mix)
{
    /// <summary>Two snapshots with the same fingerprint hold the same rows.</summary>
    public string Fingerprint => string.Create(CultureInfo.InvariantCulture, $"{Rows:x}-{MoneyTiyn:x}-{Mix:x}");

    public static UnitTotals operator +(UnitTotals one, UnitTotals other) => unchecked(
        new(one.Rows + other.Rows, one.MoneyTiyn + other.MoneyTiyn, one.Mix + other.Mix));

    public static UnitTotals Add(UnitTotals left, UnitTotals right) => left + right;

    /// <summary>A sum that a database gave, as the loader's 64 bits hold it.</summary>
    public static long Wrap(decimal sum)
    {
        var rest = decimal.Remainder(sum, 1m + ulong.MaxValue);
        return unchecked((long)(ulong)(rest < 0 ? rest + 1m + ulong.MaxValue : rest));
    }

    public LoadMessage Told => new("totals.source", Rows, MoneyTiyn);

    public override string ToString() => Told.Text;
}
