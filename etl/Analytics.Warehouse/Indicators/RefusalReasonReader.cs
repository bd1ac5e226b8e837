using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Engine;

namespace Analytics.Warehouse.Indicators;

/// <summary>
/// Why grant applications were refused. The reasons are the source's own labels, so they are no measures: they are counted in the facts, and
/// told only where they add up to the published figure, which they do not when something was loaded after the publication.
/// </summary>
public sealed class RefusalReasonReader(WarehouseConnection warehouse)
{
    /// <summary>Reasons with their numbers, the most frequent first; an empty reason was not given. None for the public, and none that do not add up to the figure.</summary>
    /// <param name="query">Question that the figure answers, about one territory.</param>
    /// <param name="refused">The published figure.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public async Task<IReadOnlyList<(string Reason, decimal Count)>> ReadAsync(IndicatorQuery query, Figure refused, CancellationToken cancellationToken)
    {
        var (first, last) = (query.Period.FirstDay, query.Period.LastDay);
        if (query.Audience != Audience.Internal || query.Aid != AidKind.All || Ground.Of(Territories.Shipped, query.Territories[0], query.Boundaries, first, last) is not { } ground)
        {
            return [];
        }

        var reasons = new List<(string Reason, decimal Count)>();
        using var rows = await warehouse.Reader.ExecuteReaderAsync(
            Resources.Text("Indicators/read_refusals.sql"),
            Parameters.Of(
                ("first", first), ("last", last), ("category", query.Category.Code()), ("boundaries", ground.Boundaries.Code()), ("territory", ground.CellId)),
            cancellationToken: cancellationToken);
        while (rows.Read())
        {
            reasons.Add((rows.GetString(0), rows.GetDecimal(1)));
        }

        return reasons.Sum(one => one.Count) == refused.Value ? reasons : [];
    }
}
