namespace Analytics.Warehouse.Dimensions;

/// <summary>Row of territory_rollup. Grain: one unit counted into one territory for a time.</summary>
public sealed record TerritoryRollup(uint UnitId, uint TerritoryId, DateOnly ValidFrom, DateOnly ValidTo)
{
    /// <summary>
    /// Boundaries of the day: a unit counts into itself and, while it belongs there, into its region. It counts in the whole of the
    /// month in which it was formed and of the one in which it left, because the loads accept its code in the whole of a month:
    /// what is accepted is counted.
    /// </summary>
    public static IEnumerable<TerritoryRollup> AsReported(Territories territories) =>
        from territory in territories.All
        from version in territory.Versions
        where version.ParentId is not null
        let formed = version == territory.Versions[0]
        let left = version == territory.Versions.Last(one => one.ParentId is not null) && version.ValidTo != DateOnly.MaxValue
        let validFrom = formed ? FirstOfMonth(version.ValidFrom) : version.ValidFrom
        let validTo = left ? FirstOfMonth(version.ValidTo.AddDays(-1)).AddMonths(1) : version.ValidTo
        from target in new[] { territory.Id, version.ParentId!.Value }
        select new TerritoryRollup(territory.Id, target, validFrom, validTo);

    private static DateOnly FirstOfMonth(DateOnly day) => new(day.Year, day.Month, 1);
}
