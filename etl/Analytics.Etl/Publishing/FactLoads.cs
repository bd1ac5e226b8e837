using Analytics.Etl.Loading;
using Analytics.Etl.Sources;
using Analytics.Warehouse.Control;
using Analytics.Warehouse.Engine;

namespace Analytics.Etl.Publishing;

/// <summary>Compares the loads that the rows of the fact tables are of with those that the ledger holds as verified.</summary>
public sealed class FactLoads(WarehouseConnection warehouse)
{
    /// <summary>Units of which the warehouse holds rows of another load, or of none, in the years that are to be published anew.</summary>
    internal async Task<IReadOnlyList<UnitKey>> FindStrangeAsync(
        IReadOnlyCollection<LoadUnitRow> loaded, IReadOnlySet<(string Fact, int Year)> changes, CancellationToken cancellationToken)
    {
        var strange = new List<UnitKey>();
        foreach (var process in Processes.All)
        {
            var years = changes.Where(change => change.Fact == process.FactTable).Select(change => (ushort)change.Year).ToArray();
            if (years.Length == 0)
            {
                continue;
            }

            var found = await LoadsAsync(process, years, cancellationToken);
            var verified = loaded
                .Where(unit => unit.Process == process.Name && unit.RowCount > 0 && UnitPeriod.Parse(unit.Period) is { IsUndated: false } period && years.Contains((ushort)period.Year))
                .ToDictionary(unit => (unit.Source, unit.Period), unit => (ulong)unit.LoadId);
            strange.AddRange(found.Keys.Union(verified.Keys)
                .Where(unit => !verified.TryGetValue(unit, out var load) || !found.TryGetValue(unit, out var loads) || loads is not [var only] || only != load)
                .Select(unit => new UnitKey(unit.Source, process.Name, UnitPeriod.Parse(unit.Period))));
        }

        return strange;
    }

    private async Task<Dictionary<(string Source, string Period), ulong[]>> LoadsAsync(Process process, ushort[] years, CancellationToken cancellationToken)
    {
        var loads = new Dictionary<(string, string), ulong[]>();
        using var reader = await warehouse.Loader.ExecuteReaderAsync(
            EtlResources.Text("Publishing/fact_loads.sql"),
            Parameters.Of(
                ("table", process.FactTable),
                ("period", process.PeriodColumn),
                ("format", process.UnitSize == UnitSize.Month ? "%Y-%m" : "%Y"),
                ("years", years)),
            cancellationToken: cancellationToken);
        while (reader.Read())
        {
            loads.Add((reader.GetString(0), reader.GetString(1)), (ulong[])reader.GetValue(2));
        }

        return loads;
    }
}
