using Analytics.Warehouse.Dimensions;

namespace Analytics.Warehouse.Rankings;

/// <summary>The units that one is seen beside: of its kind, a city or a district, and nearest to it in population.</summary>
public static class LikeUnits
{
    public const int Most = 4;

    /// <summary>One unit alone is no measure of another.</summary>
    public const int Fewest = 2;

    /// <summary>Like units in official order; none for the region, and where too few are of the kind or the population is not known.</summary>
    /// <param name="place">Unit.</param>
    /// <param name="residents">Units of the period with their residents; units whose residents are not known are not among them.</param>
    public static IReadOnlyList<Territory> Of(Territory place, IReadOnlyCollection<(Territory Unit, decimal Residents)> residents)
    {
        if (place.Kind == TerritoryKind.Region || residents.FirstOrDefault(one => one.Unit == place) is not { Unit: not null } own)
        {
            return [];
        }

        var like = residents
            .Where(other => other.Unit != place && other.Unit.Kind == place.Kind)
            .OrderBy(other => Math.Abs(other.Residents - own.Residents))
            .ThenBy(other => other.Unit.Latest.SortOrder)
            .Take(Most)
            .Select(other => other.Unit)
            .OrderBy(unit => unit.Latest.SortOrder)
            .ToList();
        return like.Count < Fewest ? [] : like;
    }
}
