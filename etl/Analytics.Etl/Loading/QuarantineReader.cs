using Analytics.Warehouse.Engine;
using ClickHouse.Driver.ADO.Parameters;

namespace Analytics.Etl.Loading;

/// <summary>Reads the quarantine for people: counts by rule, and the rows page by page.</summary>
public sealed class QuarantineReader(WarehouseConnection warehouse)
{
    /// <summary>Rows that are given at once at most.</summary>
    public const int Most = 100_000;

    /// <summary>Rows by source, table, rule and column, most first.</summary>
    public Task<IReadOnlyList<QuarantineCount>> CountAsync(QuarantineFilter filter, CancellationToken cancellationToken) =>
        CountAsync("count_quarantine", Of(filter), cancellationToken);

    /// <summary>Rows of some units of one table by rule and column, most first.</summary>
    public Task<IReadOnlyList<QuarantineCount>> CountAsync(string source, string process, IEnumerable<string> periods, CancellationToken cancellationToken) =>
        CountAsync("count_quarantine_of_units", Parameters.Of(("source", source), ("process", process), ("periods", periods.ToArray())), cancellationToken);
    /// <summary>Rejected rows, last seen first.</summary>
    public async Task<IReadOnlyList<QuarantinedRow>> ListAsync(QuarantineFilter filter, int count, int skip, CancellationToken cancellationToken)
    {
        var rows = new List<QuarantinedRow>();
        using var reader = await warehouse.Loader.ExecuteReaderAsync(
            EtlResources.Text("Loading/page_quarantine.sql"), Of(filter, ("count", (uint)count), ("skip", (uint)skip)), cancellationToken: cancellationToken);
        while (reader.Read())
        {
            rows.Add(new QuarantinedRow(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetUInt32(6),
                Utc(reader.GetDateTime(7)), Utc(reader.GetDateTime(8))));
        }

        return rows;
    }

    private async Task<IReadOnlyList<QuarantineCount>> CountAsync(string file, ClickHouseParameterCollection parameters, CancellationToken cancellationToken)
    {
        var counts = new List<QuarantineCount>();
        using var reader = await warehouse.Loader.ExecuteReaderAsync(EtlResources.Text($"Loading/{file}.sql"), parameters, cancellationToken: cancellationToken);
        while (reader.Read())
        {
            counts.Add(new QuarantineCount(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), (long)reader.GetUInt64(4)));
        }

        return counts;
    }

    private static DateTimeOffset Utc(DateTime moment) => new(DateTime.SpecifyKind(moment, DateTimeKind.Utc));

    private static ClickHouseParameterCollection Of(QuarantineFilter filter, params (string Name, object Value)[] more) =>
        Parameters.Of([("source", filter.Source), ("process", filter.Process), ("rule", filter.Rule), .. more]);
}
