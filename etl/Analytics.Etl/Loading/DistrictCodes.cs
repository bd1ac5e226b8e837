using Analytics.Warehouse.Dimensions;

namespace Analytics.Etl.Loading;

/// <summary>Finds a district by the KATO code that was in force in a month, remembering what it found.</summary>
public sealed class DistrictCodes(Territories territories)
{
    private readonly Dictionary<(string Kato, int Month), (uint Id, string? Rule)> known = [];

    /// <summary>The district's key, or the name of the rule that the code breaks.</summary>
    public (uint Id, string? Rule) Find(string kato, DateOnly day)
    {
        var key = (kato, day.Year * 12 + day.Month);
        if (!known.TryGetValue(key, out var found))
        {
            found = Look(kato, day);
            if (known.Count < 100_000)
            {
                known.Add(key, found);
            }
        }

        return found;
    }

    // A month's facts may carry the code of its first or of its last day.
    private (uint Id, string? Rule) Look(string kato, DateOnly day)
    {
        if (kato.Length == 0)
        {
            return (0, "district_missing");
        }

        var versions = territories.WithKato(kato).Where(version => version.Kind != TerritoryKind.Region).ToList();
        if (versions.Count == 0)
        {
            return (0, "district_unknown");
        }

        var first = new DateOnly(day.Year, day.Month, 1);
        var inForce = versions.Where(version => version.ValidFrom < first.AddMonths(1) && version.ValidTo > first).ToList();
        if (inForce.Count == 0)
        {
            return (0, "district_not_in_force");
        }

        return inForce.Find(version => version.ParentId is not null) is { } inside ? (inside.TerritoryId, null) : (0, "district_outside_region");
    }
}
