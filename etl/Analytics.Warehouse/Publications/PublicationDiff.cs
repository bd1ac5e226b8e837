using Analytics.Warehouse.Engine;

namespace Analytics.Warehouse.Publications;

/// <summary>Compares two publications cell by cell, and names the loads between them.</summary>
public sealed class PublicationDiff(WarehouseConnection warehouse, PublicationLedger ledger)
{
    /// <param name="before">Number of the first publication.</param>
    /// <param name="after">Number of the second.</param>
    /// <param name="most">Most cells to return.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <exception cref="NothingPublishedException">One of them is not kept.</exception>
    public async Task<PublicationChanges> RunAsync(long before, long after, int most, CancellationToken cancellationToken)
    {
        var (first, second) = (await FindAsync(before, cancellationToken), await FindAsync(after, cancellationToken));
        var cells = new List<ChangedCell>();
        using var reader = await warehouse.Reader.ExecuteReaderAsync(
            Resources.Text("Publications/diff_publications.sql"),
            Parameters.Of(("before", (ulong)before), ("after", (ulong)after), ("most", (ulong)most + 1)),
            cancellationToken: cancellationToken);
        while (reader.Read())
        {
            cells.Add(new ChangedCell(
                reader.GetString(0),
                reader.GetString(1),
                (uint)reader.GetValue(2),
                reader.GetString(3),
                DateOnly.FromDateTime(reader.GetDateTime(4)),
                reader.GetString(5),
                reader.GetString(6),
                reader.IsDBNull(7) ? null : reader.GetDecimal(7),
                reader.IsDBNull(8) ? null : reader.GetDecimal(8)));
        }

        var old = first.Units.ToDictionary(unit => (unit.Source, unit.Table, unit.Period));
        var now = second.Units.ToDictionary(unit => (unit.Source, unit.Table, unit.Period));
        var units = old.Keys.Union(now.Keys)
            .Select(key => new ReplacedUnit(old.GetValueOrDefault(key), now.GetValueOrDefault(key)))
            .Where(unit => unit.Before?.LoadId != unit.After?.LoadId)
            .OrderBy(unit => unit.Either.Source, StringComparer.Ordinal).ThenBy(unit => unit.Either.Table, StringComparer.Ordinal).ThenBy(unit => unit.Either.Period, StringComparer.Ordinal);
        return new PublicationChanges(first, second, [.. cells.Take(most)], [.. units], cells.Count <= most);
    }

    private async Task<Publication> FindAsync(long number, CancellationToken cancellationToken) => await ledger.FindAsync(number, cancellationToken)
        ?? throw new NothingPublishedException($"Publication {number} does not exist or is no longer kept. `analytics publication list` shows those that are.");
}
