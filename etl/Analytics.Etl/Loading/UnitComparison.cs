using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;

namespace Analytics.Etl.Loading;

/// <summary>Compares a unit at the source, in the ledger and in ClickHouse: pure code.</summary>
public static class UnitComparison
{
    /// <summary>For how long a load that is due or at work explains a difference.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <param name="unit">Unit.</param>
    /// <param name="source">Totals at the source; null without rows.</param>
    /// <param name="known">The ledger's row; null when the unit was never seen.</param>
    /// <param name="stored">What ClickHouse holds; null without rows.</param>
    /// <param name="now">Now.</param>
    public static VerifiedUnit Of(UnitKey unit, UnitTotals source, LoadUnitRow? known, FactTotals? stored, DateTimeOffset now)
    {
        stored ??= new FactTotals(0, 0, 0, null);
        var waits = known is { State: UnitState.Changed or UnitState.Loading } && now - known.ChangedAt < Patience;
        if (known is null || known.LoadId == 0)
        {
            return stored.Rows > 0
                ? new VerifiedUnit(unit, new("drift.no_load", stored.Rows), !waits, IsInWarehouse: true)
                : new VerifiedUnit(unit, source.Rows == 0 ? LoadMessage.None : new("drift.never_loaded", source.Rows));
        }

        if (!unit.Period.IsUndated && (stored.Rows != known.RowCount || stored.MoneyTiyn != known.MoneyTiyn || stored.Fingerprint != known.TargetFingerprint))
        {
            return new VerifiedUnit(
                unit, new("drift.warehouse_differs", stored.Rows, known.RowCount), known.State != UnitState.Loading || !waits, IsInWarehouse: true);
        }

        // A load that failed or is held back has told so itself.
        return known.Fingerprint == source.Fingerprint
            ? new VerifiedUnit(unit, LoadMessage.None)
            : new VerifiedUnit(
                unit, new("drift.source_differs", source.Rows), !waits && known.State is not (UnitState.Failed or UnitState.Held));
    }
}
