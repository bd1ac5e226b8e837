using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;
using Analytics.Warehouse.Facts;
using Analytics.Warehouse.Indicators;
using Analytics.Warehouse.Publications;

namespace Analytics.Warehouse.Rows;

/// <summary>Reads the facts of a period as a stream. One statement reads them all, so a load that replaces them meanwhile does not mix in.</summary>
public sealed class FactRowReader(WarehouseConnection warehouse, PublicationLedger publications, LoadedSinceReader loads)
{
    /// <param name="process">Business process; it has columns in <see cref="FactColumns"/>.</param>
    /// <param name="period">Period of the facts' days.</param>
    /// <param name="place">Unit under whose code they were reported; the region is all units.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="NothingPublishedException">No publication is in force yet.</exception>
    public async Task<FactRows> ReadAsync(string process, Period period, Territory place, CancellationToken cancellationToken)
    {
        var publication = await publications.CurrentAsync(cancellationToken) ?? throw new NothingPublishedException("Nothing has been published yet.");
        var columns = FactColumns.Of(process) ?? throw new ArgumentOutOfRangeException(nameof(process), process, "Its facts cannot be read.");
        var fact = FactTables.OfProcess(process)!;
        var since = await loads.ReadAsync(publication, fact, period.FirstDay, period.LastDay, withSettlements: false, cancellationToken);
        (string, object)[] parameters =
        [
            ("table", fact), ("day", FactTables.DayOf(fact)), ("first", period.FirstDay), ("last", period.LastDay), ("unit", place.Kind == TerritoryKind.Region ? 0u : place.Id),
        ];
        const string Where = "FROM {table:Identifier} WHERE {day:Identifier} BETWEEN {first:Date} AND {last:Date} AND {unit:UInt32} IN (0, district_id)";
        long count;
        using (var counted = await warehouse.Reader.ExecuteReaderAsync($"SELECT count() {Where}", Parameters.Of(parameters), cancellationToken: cancellationToken))
        {
            counted.Read();
            count = (long)counted.GetUInt64(0);
        }

        // In the order in which the table lies, which costs no sorting; equal facts by the rest.
        var names = string.Join(", ", columns.Select(column => column.Name));
        var rows = await warehouse.Reader.ExecuteReaderAsync(
            $"SELECT {names} {Where} ORDER BY district_id, {{day:Identifier}}, {names}", Parameters.Of(parameters), cancellationToken: cancellationToken);
        return new FactRows(publication, columns, count, since, rows);
    }
}
