using Analytics.Warehouse.Engine;

namespace Analytics.Etl.Loading;

/// <summary>The rows that were not taken, as they stood at each unit's last load. A row that has become good is no longer among them.</summary>
public sealed class Quarantine(WarehouseConnection warehouse, TimeProvider clock)
{
    /// <summary>Rows kept of one unit; the ledger counts all.</summary>
    public const int Kept = 10_000;

    /// <summary>Puts a load's rejected rows in the place of those of the unit's earlier loads.</summary>
    public async Task ReplaceAsync(UnitKey unit, long loadId, IReadOnlyCollection<RejectedRow> rejected, CancellationToken cancellationToken)
    {
        var seen = await TimesSeenAsync(unit, cancellationToken);
        if (rejected.Count > 0)
        {
            var now = clock.GetUtcNow().UtcDateTime;
            await warehouse.Loader.InsertBinaryAsync(
                "quarantine",
                ["source", "process", "period", "source_key", "rule", "column", "times_seen", "first_seen_at", "seen_at", "load_id"],
                rejected.Select(row =>
                {
                    var (times, first) = seen.GetValueOrDefault((row.SourceKey, row.Rejection.Rule), (0u, now));
                    return new object[]
                    {
                        unit.Source, unit.Process, unit.Period.Code, row.SourceKey, row.Rejection.Rule, row.Rejection.Column, times + 1, first, now, (ulong)loadId,
                    };
                }),
                cancellationToken: cancellationToken);
        }

        if (seen.Count > 0)
        {
            await warehouse.Loader.ExecuteNonQueryAsync(
                "DELETE FROM quarantine WHERE source = {source:String} AND process = {process:String} AND period = {period:String} AND load_id != {load:UInt64}",
                Parameters.Of(("source", unit.Source), ("process", unit.Process), ("period", unit.Period.Code), ("load", (ulong)loadId)),
                cancellationToken: cancellationToken);
        }
    }

    /// <summary>Rejected rows, newest first; null arguments do not limit.</summary>
    public async Task<IReadOnlyList<QuarantinedRow>> ListAsync(string? source, string? process, CancellationToken cancellationToken)
    {
        var rows = new List<QuarantinedRow>();
        using var reader = await warehouse.Loader.ExecuteReaderAsync(
            EtlResources.Text("Loading/list_quarantine.sql"), Parameters.Of(("source", source ?? ""), ("process", process ?? "")), cancellationToken: cancellationToken);
        while (reader.Read())
        {
            rows.Add(new QuarantinedRow(
                reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.GetString(4), reader.GetString(5), reader.GetUInt32(6),
                new DateTimeOffset(Utc(reader.GetDateTime(7))), new DateTimeOffset(Utc(reader.GetDateTime(8)))));
        }

        return rows;
    }

    private async Task<Dictionary<(string Key, string Rule), (uint Times, DateTime First)>> TimesSeenAsync(UnitKey unit, CancellationToken cancellationToken)
    {
        var seen = new Dictionary<(string, string), (uint, DateTime)>();
        using var reader = await warehouse.Loader.ExecuteReaderAsync(
            "SELECT source_key, rule, max(times_seen), min(first_seen_at) FROM quarantine WHERE source = {source:String} AND process = {process:String} AND period = {period:String} GROUP BY source_key, rule",
            Parameters.Of(("source", unit.Source), ("process", unit.Process), ("period", unit.Period.Code)),
            cancellationToken: cancellationToken);
        while (reader.Read())
        {
            seen[(reader.GetString(0), reader.GetString(1))] = (reader.GetUInt32(2), Utc(reader.GetDateTime(3)));
        }

        return seen;
    }

    private static DateTime Utc(DateTime moment) => DateTime.SpecifyKind(moment, DateTimeKind.Utc);
}
