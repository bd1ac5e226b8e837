using Analytics.Etl.Privacy;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;

namespace Analytics.Etl.Loading;

/// <summary>
/// Finds what changed at a source without trusting any "updated at": the source's totals of every unit against those of its last
/// verified load. So inserts, corrections to old months, deletions and rows that moved are all found.
/// </summary>
public sealed class ChangedUnits(UnitLedger ledger, Leases leases, PseudonymSecret secret)
{
    /// <summary>Units whose rows differ, and units that failed or were left in doubt by a crash, oldest first; and the source's totals of all units.</summary>
    /// <param name="snapshot">Snapshot.</param>
    /// <param name="mapping">Mapping.</param>
    /// <param name="withHeld">True to name units that wait for confirmation, too; otherwise only when they have changed since.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<(IReadOnlyList<UnitKey> Due, IReadOnlyDictionary<UnitPeriod, UnitTotals> AtSource)> FindAsync(
        ISourceSnapshot snapshot, Mapping mapping, bool withHeld, CancellationToken cancellationToken)
    {
        await snapshot.CheckContractAsync(mapping, cancellationToken);
        var current = await snapshot.AllTotalsAsync(mapping, cancellationToken);
        var known = (await ledger.OfAsync(mapping.Source, mapping.Process.Name, cancellationToken)).ToDictionary(unit => unit.Period);
        var busy = await leases.LiveNamesAsync(cancellationToken);
        bool IsBusy(string period) => busy.Contains(UnitLoad.LeaseName(mapping.Process, UnitPeriod.Parse(period)));
        bool IsHeld(LoadUnitRow row, string fingerprint) => !withHeld && row.State == UnitState.Held && row.HeldFingerprint == fingerprint;
        var changed = current
            .Where(unit => !known.TryGetValue(unit.Key.Code, out var row)
                || (!IsHeld(row, unit.Value.Fingerprint) && (IsDue(row, IsBusy(row.Period)) || HasOldKeys(row) || row.Fingerprint != unit.Value.Fingerprint)))
            .Select(unit => unit.Key);
        bool HasOldKeys(LoadUnitRow row) => mapping.Process.HasIdentifiers && row.RowCount > 0 && row.KeyVersion != secret.Version;
        var codes = current.Keys.Select(period => period.Code).ToHashSet();
        var emptied = known.Values
            .Where(row => !codes.Contains(row.Period) && !IsHeld(row, default(UnitTotals).Fingerprint) && (row.RowCount > 0 || row.Quarantined > 0 || IsDue(row, IsBusy(row.Period))))
            .Select(row => UnitPeriod.Parse(row.Period));
        IReadOnlyList<UnitKey> due = [.. changed.Concat(emptied)
            .Select(period => new UnitKey(mapping.Source, mapping.Process.Name, period))
            .OrderBy(unit => unit.Period.Code, StringComparer.Ordinal)];
        return (due, current);
    }

    /// <summary>Of the units in which rows were written since a moment, those whose rows differ. A hint only: what it does not find, <see cref="FindAsync"/> does.</summary>
    /// <param name="snapshot">Snapshot.</param>
    /// <param name="mapping">Mapping.</param>
    /// <param name="column">Column that says when a row was last written.</param>
    /// <param name="since">The moment.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyDictionary<UnitKey, long>> FindTouchedAsync(
        ISourceSnapshot snapshot, Mapping mapping, string column, DateTimeOffset since, CancellationToken cancellationToken)
    {
        await snapshot.CheckContractAsync(mapping, cancellationToken);
        var due = new Dictionary<UnitKey, long>();
        foreach (var period in await snapshot.TouchedAsync(mapping, column, since, cancellationToken))
        {
            var unit = new UnitKey(mapping.Source, mapping.Process.Name, period);
            var totals = await snapshot.TotalsAsync(mapping, period, cancellationToken);
            if (await ledger.FindAsync(unit, cancellationToken) is not { } known || (known.State == UnitState.Verified && known.Fingerprint != totals.Fingerprint))
            {
                due.Add(unit, totals.Rows);
            }
        }

        return due;
    }

    // A unit that is being loaded is left to its worker; when nobody has its lease, a crash left it in doubt.
    private static bool IsDue(LoadUnitRow row, bool isBusy) => row.State switch
    {
        UnitState.Changed or UnitState.Failed or UnitState.Held => true,
        UnitState.Loading => !isBusy,
        _ => false,
    };
}
