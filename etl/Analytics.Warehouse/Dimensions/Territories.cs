using System.Globalization;

namespace Analytics.Warehouse.Dimensions;

/// <summary>
/// The territory dimension: all units of the region since 1997 with their validity, read from <c>territories.csv</c> and
/// <c>territory_changes.csv</c>, which ship with the program. Facts: decrees 886 and 887 of 3 May 2022, the changes of January 2024.
/// </summary>
public sealed class Territories
{
    private readonly Dictionary<string, Territory> bySlug;
    private readonly Dictionary<uint, Territory> byId;
    private readonly ILookup<string, TerritoryVersion> byKato;

    private Territories(IEnumerable<TerritoryVersion> versions, IReadOnlyList<TerritoryChange> changes)
    {
        All = [.. versions
            .GroupBy(version => version.TerritoryId)
            .Select(group => new Territory(group.Key, group.First().Slug, group.First().Kind, [.. group.OrderBy(version => version.ValidFrom)]))
            .OrderBy(territory => territory.Latest.SortOrder)];
        bySlug = All.ToDictionary(territory => territory.Slug, StringComparer.Ordinal);
        byId = All.ToDictionary(territory => territory.Id);
        byKato = All.SelectMany(territory => territory.Versions).ToLookup(version => version.Kato, StringComparer.Ordinal);
        Changes = changes;
        Land = new LandHistory(this);
    }

    /// <summary>The dimension that ships with the program.</summary>
    public static Territories Shipped { get; } = Read(Resources.Text("Dimensions/territories.csv"), Resources.Text("Dimensions/territory_changes.csv"));

    /// <summary>Reads a dimension from the texts of both files, each with a line of heads.</summary>
    /// <param name="territories">As <c>territories.csv</c>.</param>
    /// <param name="changes">As <c>territory_changes.csv</c>.</param>
    /// <exception cref="FormatException">A cell is not what its column holds.</exception>
    public static Territories Read(string territories, string changes) => new(Csv(territories).Select(Version), [.. Csv(changes).Select(Change)]);

    /// <summary>All territories in official order, the region first.</summary>
    public IReadOnlyList<Territory> All { get; }

    public IReadOnlyList<TerritoryChange> Changes { get; }

    /// <summary>What became of the land.</summary>
    public LandHistory Land { get; }

    public Territory Region => All[0];

    public Territory? Find(string slug) => bySlug.GetValueOrDefault(slug);

    public Territory? Find(uint id) => byId.GetValueOrDefault(id);

    /// <summary>All versions that ever bore a KATO code.</summary>
    public IEnumerable<TerritoryVersion> WithKato(string kato) => byKato[kato];

    /// <summary>The region and its units on a day, in official order.</summary>
    public IReadOnlyList<Territory> On(DateOnly day) => [.. All.Where(territory => territory.IsInRegion(day))];

    /// <summary>The region and the units that report figures of some month between the two days, in official order.</summary>
    public IReadOnlyList<Territory> During(DateOnly firstDay, DateOnly lastDay) =>
        [.. All.Where(territory => territory.IsInRegionDuring(firstDay, lastDay))];

    /// <summary>True when the land of a territory changed after the first day and up to the last.</summary>
    public bool IsLandChanged(Territory territory, DateOnly after, DateOnly until)
    {
        foreach (var change in Changes)
        {
            if (after < change.ChangedOn && change.ChangedOn <= until && change.Touches(territory.Slug))
            {
                return true;
            }
        }

        return false;
    }

    private static IEnumerable<string[]> Csv(string text) => text
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Skip(1)
        .Select(line => line.TrimEnd('\r').Split(','));

    private static TerritoryVersion Version(string[] cell) => new(
        TerritoryId: uint.Parse(cell[0], CultureInfo.InvariantCulture),
        Slug: cell[1],
        Kind: Enum.Parse<TerritoryKind>(cell[2], ignoreCase: true),
        Kato: cell[3],
        ParentId: cell[4].Length == 0 ? null : uint.Parse(cell[4], CultureInfo.InvariantCulture),
        ValidFrom: Day(cell[5]),
        ValidTo: cell[6].Length == 0 ? DateOnly.MaxValue : Day(cell[6]),
        SortOrder: int.Parse(cell[7], CultureInfo.InvariantCulture),
        NameRu: cell[8],
        NameKk: cell[9],
        NameEn: cell[10]);

    private static TerritoryChange Change(string[] cell) => new(
        Day(cell[0]),
        Enum.Parse<TerritoryChangeKind>(cell[1], ignoreCase: true),
        cell[2],
        cell[3],
        cell[4].Length == 0 ? 1 : decimal.Parse(cell[4], CultureInfo.InvariantCulture),
        cell[5]);

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
