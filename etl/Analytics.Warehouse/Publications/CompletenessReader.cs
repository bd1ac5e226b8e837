using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;

namespace Analytics.Warehouse.Publications;

/// <summary>Reads how complete a publication is; that of the last publication asked for is remembered, because it never changes.</summary>
public sealed class CompletenessReader(WarehouseConnection warehouse)
{
    private volatile Known? last;

    public async Task<Completeness> ReadAsync(Publication publication, CancellationToken cancellationToken)
    {
        if (last is { } known && known.Number == publication.Number)
        {
            return known.Completeness;
        }

        var reported = new List<(string, uint, DateOnly)>();
        using (var rows = await warehouse.Reader.ExecuteReaderAsync(
            Resources.Text("Publications/read_reported.sql"), Parameters.Of(("publication", (ulong)publication.Number)), cancellationToken: cancellationToken))
        {
            while (rows.Read())
            {
                reported.Add((rows.GetString(0), rows.GetUInt32(1), DateOnly.FromDateTime(rows.GetDateTime(2))));
            }
        }

        var completeness = new Completeness(publication, Territories.Shipped, reported);
        last = new Known(publication.Number, completeness);
        return completeness;
    }

    private sealed record Known(long Number, Completeness Completeness);
}
