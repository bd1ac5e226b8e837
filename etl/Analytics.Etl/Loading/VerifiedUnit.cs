namespace Analytics.Etl.Loading;

/// <summary>A unit compared anew.</summary>
/// <param name="Unit">Unit.</param>
/// <param name="Told">How source, ledger and warehouse differ; empty when they agree.</param>
/// <param name="IsDrift">True when the warehouse or the source changed although the unit counts as verified; false when its last load is known to have failed.</param>
/// <param name="IsInWarehouse">True when it is the warehouse that does not hold what was verified.</param>
public sealed record VerifiedUnit(UnitKey Unit, LoadMessage Told, bool IsDrift = false, bool IsInWarehouse = false)
{
    /// <summary>How source, ledger and warehouse differ, in English; empty when they agree.</summary>
    public string Difference => Told.Text;
}
