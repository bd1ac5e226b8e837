namespace Analytics.Warehouse.Targets;

/// <summary>The ledger of plans as one publication sees it. In memory, never changed.</summary>
public sealed class TargetBook
{
    private readonly ILookup<(string Indicator, uint Territory, int Year), TargetVersion> versions;
    private readonly Dictionary<(string Indicator, uint Territory, int Year), TargetVersion> inForce;

    /// <param name="all">Versions in any order, also those that other publications have.</param>
    /// <param name="publication">Number of the publication.</param>
    public TargetBook(IEnumerable<TargetVersion> all, long publication)
    {
        Publication = publication;
        versions = TargetVersion.InOrder(all.Where(version => version.SincePublication <= publication)).ToLookup(Key);
        inForce = versions
            .Select(cell => (cell.Key, Last: cell.LastOrDefault(version => version.BelongsTo(publication))))
            .Where(cell => cell.Last is not null)
            .ToDictionary(cell => cell.Key, cell => cell.Last!);
    }

    public long Publication { get; }

    /// <summary>All plans in force.</summary>
    public IEnumerable<TargetVersion> All => inForce.Values;

    /// <summary>Years for which there are plans, the latest first.</summary>
    public IReadOnlyList<int> Years => [.. inForce.Keys.Select(key => key.Year).Distinct().OrderDescending()];

    /// <summary>The plan in force, or null.</summary>
    /// <param name="indicator">Code of the indicator.</param>
    /// <param name="territory">Territory.</param>
    /// <param name="year">Year.</param>
    /// <param name="asOf">Only decrees up to this day; null for all.</param>
    public TargetVersion? InForce(string indicator, uint territory, int year, DateOnly? asOf = null) => asOf is { } day
        ? versions[(indicator, territory, year)].LastOrDefault(version => version.BelongsTo(Publication) && (version.DecreeDate ?? DateOnly.MinValue) <= day)
        : inForce.GetValueOrDefault((indicator, territory, year));

    /// <summary>All versions of a plan in their order, also those that the source has given up.</summary>
    public IEnumerable<TargetVersion> History(string indicator, uint territory, int year) => versions[(indicator, territory, year)];

    private static (string, uint, int) Key(TargetVersion version) => (version.Indicator, version.TerritoryId, version.Year);
}
