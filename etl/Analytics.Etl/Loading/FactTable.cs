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
            : throw new LoadException($"ClickHouse did not answer what {table} holds of {unit}.");
    }
}
