using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Warehouse.Dimensions;

/// <summary>
/// What became of the land. Its atoms are today's units: for every unit and day it tells on the land of which atoms the unit lay, and
/// for any two days the finest land that is the same on both, built by merging the units that exchanged land.
/// </summary>
public sealed class LandHistory
{
    private readonly Territories territories;
    private readonly List<TerritoryChange> moves;

    // Eras between changes: their first days, and the atoms that lie in the region in each, as their units of those days.
    private readonly List<DateOnly> starts;
    private readonly List<HashSet<Territory>> inRegion;
    private readonly Dictionary<(int First, int Last), (IReadOnlyList<Land> Units, Land Region)> common = [];

    public LandHistory(Territories territories)
    {
        this.territories = territories;
        moves = [.. territories.Changes.Where(change => change.MovesLand).OrderBy(change => change.ChangedOn)];
        var ceased = moves.Where(change => change.Kind == TerritoryChangeKind.Merge).Select(change => change.From).ToHashSet(StringComparer.Ordinal);
        Atoms = [.. territories.All.Where(territory => territory.Kind != TerritoryKind.Region && !ceased.Contains(territory.Slug))];
        var oldest = territories.All.Where(territory => territory.Kind != TerritoryKind.Region).SelectMany(territory => territory.Versions).Min(version => version.ValidFrom);
        starts = [oldest, .. territories.Changes.Select(change => change.ChangedOn).Distinct().Order()];
        inRegion = starts.ConvertAll(day => Atoms.Where(atom => IsWhollyInRegion(atom, day)).ToHashSet());
        Today = Together(inRegion[^1]);
        for (var first = 0; first < starts.Count; first++)
        {
            for (var last = first + 1; last < starts.Count; last++)
            {
                common[(first, last)] = Merge(first, last);
            }
        }

        All = [.. Atoms.Select(Single).Append(Today).Concat(common.Values.SelectMany(one => one.Units.Append(one.Region))).DistinctBy(land => land.Id)];
    }

    /// <summary>Today's units, also those that have left the region, in official order.</summary>
    public IReadOnlyList<Territory> Atoms { get; }

    /// <summary>Today's region.</summary>
    public Land Today { get; }

    /// <summary>All land for which figures are published: today's units, today's region, and what common boundaries of any two days need.</summary>
    public IReadOnlyList<Land> All { get; }

    /// <summary>
    /// On the land of which of today's units a unit lay. Asked for the first day of a month in which land changed, it is the land
    /// before: that month's facts may have either code, and their settlement tells them apart.
    /// </summary>
    public IReadOnlyList<LandShare> HeirsOf(Territory unit, DateOnly day)
    {
        var heirs = new Dictionary<string, decimal>(StringComparer.Ordinal) { [unit.Slug] = 1 };
        foreach (var change in moves.Where(change => change.ChangedOn > day))
        {
            if (!heirs.Remove(change.From, out var share))
            {
                continue;
            }

            var moved = change.Kind == TerritoryChangeKind.Merge ? 1 : change.Share;
            heirs[change.To] = heirs.GetValueOrDefault(change.To) + (share * moved);
            if (change.Kind != TerritoryChangeKind.Merge)
            {
                heirs[change.From] = share * (1 - moved);
            }
        }

        return [.. Atoms.Where(atom => heirs.ContainsKey(atom.Slug)).Select(atom => new LandShare(atom, heirs[atom.Slug]))];
    }

    /// <summary>The land that a unit, or the region, covered on a day.</summary>
    public Land LandOf(Territory territory, DateOnly day) => Together(
        territory.Kind == TerritoryKind.Region ? inRegion[EraOf(day)] : HeirsOf(territory, day).Select(heir => heir.Unit));

    /// <summary>True when no land changed in all the time from one day to another: the units of the day are then the finest that are the same.</summary>
    public bool IsUnchanged(DateOnly first, DateOnly last) => EraOf(first) == EraOf(last);

    /// <summary>The finest land that is the same in all the time from one day to another, between which land changed, and wholly in the region; in official order.</summary>
    public IReadOnlyList<Land> Common(DateOnly first, DateOnly last) => common[(EraOf(first), EraOf(last))].Units;

    /// <summary>The common land that holds a unit's, or null: the unit's land was not in the region all the time, or lies in parts of two.</summary>
    public Land? CommonWith(Territory unit, DateOnly first, DateOnly last)
    {
        var heirs = HeirsOf(unit, unit.Latest.ValidTo == DateOnly.MaxValue ? last : unit.Versions[0].ValidFrom).Select(heir => heir.Unit).ToList();
        return Common(first, last).FirstOrDefault(land => heirs.TrueForAll(land.Units.Contains));
    }

    /// <summary>All land that was in the region in all the time from one day to another.</summary>
    public Land CommonRegion(DateOnly first, DateOnly last) => common[(EraOf(first), EraOf(last))].Region;

    /// <summary>True when the atom's land, all of it, belonged to the region on the first or last day of the month, as <see cref="Territory.MonthsInRegion"/> counts.</summary>
    public bool IsInRegion(Territory atom, DateOnly month)
    {
        var first = new DateOnly(month.Year, month.Month, 1);
        return inRegion[EraOf(first)].Contains(atom) || inRegion[EraOf(first.AddMonths(1).AddDays(-1))].Contains(atom);
    }

    private static Land Single(Territory unit) => new(unit.Id, [unit], IsToday: true);

    private bool IsWhollyInRegion(Territory atom, DateOnly day)
    {
        var holders = UnitsOn(day).Where(unit => HeirsOf(unit, day).Any(heir => heir.Unit == atom)).ToList();
        return holders.Count > 0 && holders.TrueForAll(unit => unit.IsInRegion(day));
    }

    private IEnumerable<Territory> UnitsOn(DateOnly day) =>
        territories.All.Where(territory => territory.Kind != TerritoryKind.Region && territory.On(day) is not null);

    private (IReadOnlyList<Land> Units, Land Region) Merge(int first, int last)
    {
        var staying = Atoms.Where(atom => Enumerable.Range(first, last - first + 1).All(era => inRegion[era].Contains(atom))).ToList();
        var group = staying.ToDictionary(atom => atom, atom => atom.Id);
        for (var era = first; era <= last; era++)
        {
            foreach (var unit in UnitsOn(starts[era]))
            {
                var together = HeirsOf(unit, starts[era]).Select(heir => heir.Unit).Where(group.ContainsKey).Select(atom => group[atom]).ToHashSet();
                foreach (var atom in staying.Where(atom => together.Contains(group[atom])))
                {
                    group[atom] = together.Min();
                }
            }
        }

        return ([.. staying.GroupBy(atom => group[atom]).Select(Together).OrderBy(land => land.Units[0].Latest.SortOrder)], Together(staying));
    }

    private Land Together(IEnumerable<Territory> parts)
    {
        var units = parts.OrderBy(unit => unit.Latest.SortOrder).ToList();
        var isRegion = units.Count != 1 && inRegion[^1].SetEquals(units);
        return units.Count == 1 ? Single(units[0]) : new Land(isRegion ? territories.Region.Id : Key(units), units, isRegion);
    }

    private static uint Key(IEnumerable<Territory> units) => 0x8000_0000 | BinaryPrimitives.ReadUInt32BigEndian(
        SHA256.HashData(Encoding.ASCII.GetBytes(string.Join('+', units.Select(unit => unit.Slug).Order(StringComparer.Ordinal)))));

    private int EraOf(DateOnly day) => Math.Max(0, starts.FindLastIndex(start => start <= day));
}
