using System.Globalization;

namespace Analytics.Etl.Loading;

/// <summary>Count, money and sum of row hashes of one source's rows in a fact table, as sent or as stored.</summary>
public sealed record FactTotals(long Rows, long MoneyTiyn, ulong HashSum, DateOnly? LastDay)
{
    public string Fingerprint => HashSum.ToString("x16", CultureInfo.InvariantCulture);

    public static readonly FactTotals None = new(0, 0, 0, null);

    public static FactTotals Of(FactWriter writer) => new(writer.Rows, writer.MoneyTiyn, writer.HashSum, writer.LastDay);

    public static FactTotals operator +(FactTotals one, FactTotals other) => unchecked(new(
        one.Rows + other.Rows,
        one.MoneyTiyn + other.MoneyTiyn,
        one.HashSum + other.HashSum,
        other.LastDay is null || one.LastDay >= other.LastDay ? one.LastDay : other.LastDay));

    public static FactTotals Add(FactTotals left, FactTotals right) => left + right;

    /// <summary>True when both hold the same rows.</summary>
    public bool IsSameAs(FactTotals other) => Rows == other.Rows && MoneyTiyn == other.MoneyTiyn && HashSum == other.HashSum;

    public LoadMessage Told => new("totals.facts", Rows, MoneyTiyn / 100m, Fingerprint);

    public override string ToString() => Told.Text;
}
