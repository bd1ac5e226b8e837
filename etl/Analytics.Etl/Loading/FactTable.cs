using System.Globalization;
using Analytics.Warehouse.Engine;
using ClickHouse.Driver;

namespace Analytics.Etl.Loading;

/// <summary>What ClickHouse computes of a unit's rows, in a fact table or in a stage of the same shape.</summary>
internal static class FactTable
{
    public static async Task<FactTotals> TotalsAsync(ClickHouseClient client, string table, Process process, UnitKey unit, CancellationToken cancellationToken)
    {
        using var reader = await client.ExecuteReaderAsync(
            EtlResources.Text("Loading/fact_totals.sql"),
            Parameters.Of(
                ("table", table),
                ("source", unit.Source),
                ("period", process.PeriodColumn),
                ("from", unit.Period.From),
                ("until", unit.Period.Until)),
            cancellationToken: cancellationToken);
        return reader.Read()
            ? new FactTotals(Convert.ToInt64(reader.GetValue(0), CultureInfo.InvariantCulture), reader.GetInt64(1), reader.GetUInt64(2), null)
            : throw new LoadException(new("unit.not_counted", table, unit));
    }

    /// <summary>Totals of all units of one source in a fact table, by <see cref="Sources.UnitPeriod.Partition"/>, in one statement.</summary>
    public static async Task<IReadOnlyDictionary<string, FactTotals>> AllTotalsAsync(
        ClickHouseClient client, Process process, string source, CancellationToken cancellationToken)
    {
        var totals = new Dictionary<string, FactTotals>(StringComparer.Ordinal);
        using var reader = await client.ExecuteReaderAsync(
            EtlResources.Text("Loading/fact_totals_by_unit.sql"),
            Parameters.Of(
                ("table", process.FactTable),
                ("source", source),
                ("period", process.PeriodColumn),
                ("monthly", process.UnitSize == Sources.UnitSize.Month ? 1 : 0)),
            cancellationToken: cancellationToken);
        while (reader.Read())
        {
            totals.Add(
                Convert.ToString(reader.GetValue(0), CultureInfo.InvariantCulture)!,
                new FactTotals(Convert.ToInt64(reader.GetValue(1), CultureInfo.InvariantCulture), reader.GetInt64(2), reader.GetUInt64(3), null));
        }

        return totals;
    }
}
