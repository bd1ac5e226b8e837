using System.Globalization;

namespace Analytics.Etl.Loading;

/// <summary>Count, money and sum of row hashes of one source's rows in a fact table, as sent or as stored.</summary>
public sealed record FactTotals(long Rows, long MoneyTiyn, ulong HashSum, DateOnly? LastDay)
{
    public string Fingerprint => HashSum.ToString("x16", CultureInfo.InvariantCulture);

    public static FactTotals Of(FactWriter writer) => new(writer.Rows, writer.MoneyTiyn, writer.HashSum, writer.LastDay);

    /// <summary>True when both hold the same rows.</summary>
    public bool IsSameAs(FactTotals other) => Rows == other.Rows && MoneyTiyn == other.MoneyTiyn && HashSum == other.HashSum;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Rows} rows, {MoneyTiyn / 100m} ₸, {Fingerprint}");
}
