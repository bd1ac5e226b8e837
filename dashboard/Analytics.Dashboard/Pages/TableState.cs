using Analytics.Warehouse.Control;

namespace Analytics.Dashboard.Pages;

/// <summary>What became of one table's units.</summary>
/// <param name="Source">Source system.</param>
/// <param name="Table">Business process.</param>
/// <param name="Verified">Units that equal their source.</param>
/// <param name="Waiting">Units that differ from their source or are being loaded.</param>
/// <param name="Failed">Units whose last load failed.</param>
/// <param name="First">First period.</param>
/// <param name="Last">Last period.</param>
/// <param name="Rows">Rows in the warehouse.</param>
/// <param name="Amount">Money in the warehouse, in tenge.</param>
/// <param name="Quarantined">Rows in quarantine.</param>
/// <param name="VerifiedAt">When the last unit was found equal.</param>
public sealed record TableState(
    string Source,
    string Table,
    int Verified,
    int Waiting,
    int Failed,
    string First,
    string Last,
    long Rows,
    decimal Amount,
    long Quarantined,
    DateTimeOffset? VerifiedAt)
{
    public static TableState Of(string source, string table, IReadOnlyList<LoadUnitRow> units) => new(
        source,
        table,
        units.Count(unit => unit.State == UnitState.Verified),
        units.Count(unit => unit.State is UnitState.Changed or UnitState.Loading),
        units.Count(unit => unit.State == UnitState.Failed),
        units[0].Period,
        units[^1].Period,
        units.Sum(unit => unit.RowCount),
        units.Sum(unit => unit.MoneyTiyn) / 100m,
        units.Sum(unit => unit.Quarantined),
        units.Max(unit => unit.VerifiedAt));
}
