namespace Analytics.Warehouse.Dimensions;

/// <summary>Row of territory_rollup. Grain: one unit counted into one territory for a time.</summary>
public sealed record TerritoryRollup(uint UnitId, uint TerritoryId, DateOnly ValidFrom, DateOnly ValidTo)
{
    /// <summary>
    /// Boundaries of the day: a unit counts into itself and, while it belongs there, into its region. It counts from the first
    /// day of the month in which it was formed, because monthly facts carry the first day of their month.
    /// </summary>
    public static IEnumerable<TerritoryRollup> AsReported(Territories territories) =>
        from territory in territories.All
        from version in territory.Versions
        where version.ParentId is not null
        let formed = version == territory.Versions[0]
        let validFrom = formed ? new DateOnly(version.ValidFrom.Year, version.ValidFrom.Month, 1) : version.ValidFrom
        from target in new[] { territory.Id, version.ParentId!.Value }
        select new TerritoryRollup(territory.Id, target, validFrom, version.ValidTo);
}
