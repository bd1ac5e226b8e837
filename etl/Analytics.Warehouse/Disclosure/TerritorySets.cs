using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Disclosure;

/// <summary>
/// Which published territories are made of which others, found from what they are made of: a territory of a period is a set of atoms, a
/// reporting unit in a month. Nothing is said in code about regions and districts, so new boundaries bring their relations with them.
/// </summary>
/// <param name="rows">Rows of territory_rollup: a unit is counted into a territory in the months from the first day to the day before the last.</param>
public sealed class TerritorySets(IReadOnlyList<TerritorySets.Row> rows)
{
    public sealed record Row(Boundaries Boundaries, uint Unit, uint Territory, DateOnly From, DateOnly To);

    /// <summary>A territory on some boundaries.</summary>
    public readonly record struct Place(Boundaries Boundaries, uint Territory);

    /// <summary>What is known of the territories in a period: places that are the same land, and wholes with the parts that make them up.</summary>
    /// <param name="SameAs">For each place the one whose figures are its own, itself when there is none.</param>
    /// <param name="Wholes">Places and the parts that make them up, on boundaries of their own or on others; each part is no more than the whole.</param>
    public sealed record Known(IReadOnlyDictionary<Place, Place> SameAs, IReadOnlyList<(Place Whole, Place[] Parts)> Wholes);

    /// <summary>The sets of a territory dimension on the boundaries of the day: others are not public.</summary>
    public static TerritorySets Of(Territories territories) => new([.. TerritoryRollup.Of(territories, [])
        .Where(row => row.Boundaries == Boundaries.AsReported)
        .Select(row => new Row(row.Boundaries, row.UnitId, row.TerritoryId, row.ValidFrom, row.ValidTo))]);

    /// <param name="year">Year.</param>
    /// <param name="firstMonth">First month, 1 to 12.</param>
    /// <param name="lastMonth">Last month.</param>
    public Known In(int year, int firstMonth, int lastMonth)
    {
        var sets = new Dictionary<Place, SortedSet<(uint Unit, int Month)>>();
        for (var month = firstMonth; month <= lastMonth; month++)
        {
            var (first, last) = (new DateOnly(year, month, 1), new DateOnly(year, month, 1).AddMonths(1).AddDays(-1));
            foreach (var row in rows.Where(row => row.From <= last && row.To > first))
            {
                var place = new Place(row.Boundaries, row.Territory);
                if (!sets.TryGetValue(place, out var atoms))
                {
                    sets[place] = atoms = [];
                }

                atoms.Add((row.Unit, month));
            }
        }

        var sameAs = sets
            .GroupBy(pair => string.Join(' ', pair.Value))
            .SelectMany(group => group.Select(pair => (pair.Key, First: group.Min(one => (one.Key.Boundaries, one.Key.Territory)))))
            .ToDictionary(pair => pair.Key, pair => new Place(pair.First.Boundaries, pair.First.Territory));
        var distinct = sets.Where(pair => sameAs[pair.Key] == pair.Key).Select(pair => (pair.Key, Atoms: (ISet<(uint, int)>)pair.Value)).ToList();
        var boundaries = sets.Keys.Select(place => place.Boundaries).Distinct().ToList();
        return new Known(sameAs, [.. distinct.SelectMany(whole => boundaries.Select(on => (Whole: whole.Key, Parts: PartsOf(whole.Key, on)))).Where(one => one.Parts.Length > 0).DistinctBy(one => (one.Whole, string.Join(' ', one.Parts)))]);

        // The largest sets inside, when they overlap nowhere.
        Place[] PartsOf(Place whole, Boundaries on)
        {
            var atoms = sets[whole];
            var inside = sets.Where(pair => pair.Key.Boundaries == on && pair.Value.Count < atoms.Count && pair.Value.IsSubsetOf(atoms)).ToList();
            var largest = inside
                .Where(one => !inside.Exists(other => other.Value.Count > one.Value.Count && one.Value.IsSubsetOf(other.Value)))
                .DistinctBy(one => sameAs[one.Key])
                .ToList();
            return largest.Sum(one => one.Value.Count) == largest.SelectMany(one => one.Value).Distinct().Count()
                ? [.. largest.Select(one => sameAs[one.Key])]
                : [];
        }
    }
}
