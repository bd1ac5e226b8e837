namespace Analytics.Warehouse.Dimensions;

/// <summary>A territory with its whole history, oldest version first.</summary>
public sealed record Territory(uint Id, string Slug, TerritoryKind Kind, IReadOnlyList<TerritoryVersion> Versions)
{
    /// <summary>The last version: today's name and code.</summary>
    public TerritoryVersion Latest => Versions[^1];

    public TerritoryVersion? On(DateOnly day)
    {
        // Asked a hundred thousand times for a board: no enumerator, no closure.
        for (var version = 0; version < Versions.Count; version++)
        {
            if (Versions[version].IsInForce(day))
            {
                return Versions[version];
            }
        }

        return null;
    }

    /// <summary>Name in a language: the version in force on the day, or the one nearest to it.</summary>
    public string Name(string language, DateOnly day) =>
        (On(day) ?? (day < Versions[0].ValidFrom ? Versions[0] : Latest)).Name(language);

    /// <summary>True when the unit belongs to the region (or is the region) on the day.</summary>
    public bool IsInRegion(DateOnly day) => On(day)?.IsInRegion == true;

    /// <summary>
    /// True when the unit reports figures of some month between the two days. So the district that was in the region for a
    /// single day in June 2022 is not listed.
    /// </summary>
    public bool IsInRegionDuring(DateOnly firstDay, DateOnly lastDay) => MonthsInRegion(firstDay, lastDay) > 0;

    /// <summary>Number of months between the two days in which the unit reports: it is in the region on the month's first or last day.</summary>
    public int MonthsInRegion(DateOnly firstDay, DateOnly lastDay)
    {
        if (On(firstDay) is { } version && lastDay < version.ValidTo)
        {
            return version.IsInRegion ? ((lastDay.Year - firstDay.Year) * 12) + lastDay.Month - firstDay.Month + 1 : 0;
        }

        var months = 0;
        for (var month = new DateOnly(firstDay.Year, firstDay.Month, 1); month <= lastDay; month = month.AddMonths(1))
        {
            months += IsInRegion(month) || IsInRegion(month.AddMonths(1).AddDays(-1)) ? 1 : 0;
        }

        return months;
    }
}
