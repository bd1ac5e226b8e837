namespace Analytics.Etl.Loading;

/// <summary>A unit compared anew; the difference is empty when source, ledger and warehouse agree.</summary>
public sealed record VerifiedUnit(UnitKey Unit, string Difference);
