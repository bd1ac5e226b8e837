using System.Globalization;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;
using Microsoft.Extensions.Logging;

namespace Analytics.Etl.Loading;

/// <summary>
/// Compares what the fact tables hold with what was verified: of every unit as many rows, all of its last load. They differ after a
/// worker who was paused past his lease replaced a partition, and after the engine was killed while it replaced one: it puts the new
/// parts there first and covers the old ones then, so between the two it holds both, and a load of another source carries both on.
/// </summary>
public sealed partial class FactAudit(WarehouseConnection warehouse, UnitLedger ledger, ILogger<FactAudit> logger)
{
    /// <summary>Puts the units in doubt whose rows are not the verified ones: nothing is published until they were loaded again.</summary>
    /// <returns>The units.</returns>
    public async Task<IReadOnlyList<UnitKey>> RunAsync(CancellationToken cancellationToken)
    {
        var before = await ledger.AllAsync(cancellationToken);
        var strange = await FindStrangeAsync([.. before.Where(unit => unit.LoadId > 0)], null, cancellationToken);
        return await DoubtAsync(strange, before, cancellationToken);
    }

    /// <summary>Units of which the warehouse holds other rows than their verified load's.</summary>
    /// <param name="loaded">Units as the ledger has them.</param>
    /// <param name="years">Years of fact tables that are looked at, or null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    internal async Task<IReadOnlyList<UnitKey>> FindStrangeAsync(
        IReadOnlyCollection<LoadUnitRow> loaded, IReadOnlySet<(string Fact, int Year)>? years, CancellationToken cancellationToken)
    {
        var strange = new List<UnitKey>();
        foreach (var process in Processes.All)
        {
            ushort[] wanted = [.. years?.Where(year => year.Fact == process.FactTable).Select(year => (ushort)year.Year) ?? []];
            if (years is not null && wanted.Length == 0)
            {
                continue;
            }

            var stored = await StoredAsync(process, wanted, cancellationToken);
            var verified = loaded
                .Where(unit => unit.Process == process.Name && unit.RowCount > 0)
                .Select(unit => (Unit: UnitKey.Of(unit), unit.LoadId, unit.RowCount))
                .Where(unit => !unit.Unit.Period.IsUndated && (years is null || wanted.Contains((ushort)unit.Unit.Period.Year)))
                .ToDictionary(unit => unit.Unit, unit => ((ulong)unit.LoadId, (ulong)unit.RowCount));
            strange.AddRange(stored.Keys.Union(verified.Keys).Where(
                unit => !verified.TryGetValue(unit, out var wantedRows) || !stored.TryGetValue(unit, out var rows) || rows != wantedRows));
        }

        return strange;
    }

    /// <summary>Puts units in doubt, save those that were loaded since the ledger was read.</summary>
    internal async Task<IReadOnlyList<UnitKey>> DoubtAsync(
        IReadOnlyCollection<UnitKey> strange, IReadOnlyCollection<LoadUnitRow> before, CancellationToken cancellationToken)
    {
        if (strange.Count == 0)
        {
            return [];
        }

        var known = before.ToDictionary(UnitKey.Of, Identity);
        var now = (await ledger.AllAsync(cancellationToken)).ToDictionary(UnitKey.Of, Identity);
        var still = strange.Where(unit => known.GetValueOrDefault(unit) == now.GetValueOrDefault(unit) && !now.GetValueOrDefault(unit).IsLoading).ToList();
        foreach (var unit in still)
        {
            LogStrange(unit);
            await ledger.MarkInDoubtAsync(
                unit,
                now.GetValueOrDefault(unit).LoadId,
                new("unit.in_doubt", unit),
                cancellationToken);
        }

        return still;
    }

    // A load of zero stands for rows of several.
    private async Task<Dictionary<UnitKey, (ulong Load, ulong Rows)>> StoredAsync(Process process, ushort[] years, CancellationToken cancellationToken)
    {
        var stored = new Dictionary<UnitKey, (ulong, ulong)>();
        using var reader = await warehouse.Loader.ExecuteReaderAsync(
            EtlResources.Text("Loading/fact_loads.sql"),
            Parameters.Of(
                ("table", process.FactTable),
                ("period", process.PeriodColumn),
                ("monthly", process.UnitSize == UnitSize.Month ? 1 : 0),
                ("years", years)),
            cancellationToken: cancellationToken);
        while (reader.Read())
        {
            var period = UnitPeriod.OfPartition(Convert.ToString(reader.GetValue(1), CultureInfo.InvariantCulture)!);
            stored.Add(new UnitKey(reader.GetString(0), process.Name, period), (reader.GetValue(2) is ulong[] and [var load] ? load : 0, reader.GetUInt64(3)));
        }

        return stored;
    }

    private static (long LoadId, bool IsLoading) Identity(LoadUnitRow unit) => (unit.LoadId, unit.State == UnitState.Loading);

    [LoggerMessage(Level = LogLevel.Error, Message = "The warehouse holds rows of {Unit} that are not those of its last load; it is loaded again")]
    private partial void LogStrange(UnitKey unit);
}
