using System.Globalization;
using Analytics.Warehouse.Dimensions;
using Analytics.Warehouse.Facts;

namespace Analytics.Warehouse.Publications;

/// <summary>
/// Which months of a publication are closed in which district. A month is closed where its facts were loaded and verified after it had
/// ended, or where later facts are there already; of payments and recipients, which come every month, also only where the district
/// that had some in one of the three months before has some. Figures over a month that is open somewhere are preliminary.
/// </summary>
public sealed class Completeness
{
    private const int MonthsThatBind = 3;

    private static readonly HashSet<string> EveryMonth = ["fact_benefit_payment", "fact_benefit_recipient"];

    // Only what is open, which is little.
    private readonly Dictionary<(string Fact, DateOnly Month), HashSet<uint>> open = [];
    private readonly Publication publication;
    private readonly Territories territories;

    /// <param name="publication">Publication.</param>
    /// <param name="territories">All territories.</param>
    /// <param name="reported">The months (first days) in which districts have facts, by fact table.</param>
    public Completeness(Publication publication, Territories territories, IEnumerable<(string Fact, uint District, DateOnly Month)> reported)
    {
        this.publication = publication;
        this.territories = territories;
        var months = reported.GroupBy(one => (one.Fact, one.District)).ToDictionary(group => group.Key, group => group.Select(one => one.Month).ToHashSet());
        foreach (var (fact, range) in publication.Coverage.Where(one => !PublishedMonths.IsOfWholeYears(one.Key)))
        {
            for (var month = range.First; month <= range.Last; month = month.AddMonths(1))
            {
                var isVerified = IsVerifiedAfter(fact, month);
                foreach (var district in territories.During(month, month.AddMonths(1).AddDays(-1)).Where(territory => territory.Kind != TerritoryKind.Region))
                {
                    if (!IsClosed(months.GetValueOrDefault((fact, district.Id)) ?? [], EveryMonth.Contains(fact), isVerified, month))
                    {
                        Open(fact, month).Add(district.Id);
                    }
                }
            }
        }
    }

    /// <summary>Units of the region in which a month of a fact table is open.</summary>
    public IReadOnlyCollection<uint> OpenIn(string fact, DateOnly month) => open.TryGetValue((fact, month), out var districts) ? districts : [];

    /// <summary>Last month that is closed in every unit, with all before it since the last that was not; null when none is.</summary>
    public DateOnly? ClosedThrough(string fact)
    {
        if (!publication.Coverage.TryGetValue(fact, out var range))
        {
            return null;
        }

        var month = range.Last;
        while (month >= range.First && OpenIn(fact, month).Count > 0)
        {
            month = month.AddMonths(-1);
        }

        return month >= range.First ? month : null;
    }

    /// <summary>Last closed month of a fact table in one unit; null when none is.</summary>
    public DateOnly? ClosedThrough(string fact, Territory unit)
    {
        if (!publication.Coverage.TryGetValue(fact, out var range))
        {
            return null;
        }

        for (var month = range.Last; month >= range.First; month = month.AddMonths(-1))
        {
            if (!OpenIn(fact, month).Contains(unit.Id) && unit.IsInRegionDuring(month, month.AddMonths(1).AddDays(-1)))
            {
                return month;
            }
        }

        return null;
    }

    /// <summary>True when every month between the two days in which the unit is in the region is loaded and closed there; facts of whole years have no months to close.</summary>
    public bool IsClosed(string fact, Territory unit, DateOnly first, DateOnly last)
    {
        for (var month = first; month <= last && !PublishedMonths.IsOfWholeYears(fact); month = month.AddMonths(1))
        {
            if (unit.IsInRegionDuring(month, month.AddMonths(1).AddDays(-1))
                && (!publication.Coverage.TryGetValue(fact, out var range) || month > range.Last || OpenIn(fact, month).Contains(unit.Id)))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>True when a month between the two days is open in a unit that holds a part of the land; the region is all its units.</summary>
    public bool IsPreliminary(string fact, Territory territory, Land? land, DateOnly first, DateOnly last)
    {
        if (open.Count == 0)
        {
            return false;
        }

        for (var month = first; month <= last; month = month.AddMonths(1))
        {
            if (OpenIn(fact, month) is { Count: > 0 } districts && districts.Any(district => Holds(district, territory, land, month)))
            {
                return true;
            }
        }

        return false;
    }

    private bool Holds(uint district, Territory territory, Land? land, DateOnly month) => land is null
        ? territory.Kind == TerritoryKind.Region || territory.Id == district
        : territories.Land.HeirsOf(territories.Find(district)!, month).Any(heir => land.Units.Contains(heir.Unit));

    private static bool IsClosed(HashSet<DateOnly> months, bool isRegular, bool isVerified, DateOnly month)
    {
        var isMissing = isRegular && !months.Contains(month) && Enumerable.Range(1, MonthsThatBind).Any(before => months.Contains(month.AddMonths(-before)));
        return !isMissing && (isVerified || months.Any(other => other > month));
    }

    // All units that hold the month were compared with their sources after its last day.
    private bool IsVerifiedAfter(string fact, DateOnly month)
    {
        var code = month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var after = month.AddMonths(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return publication.Units
            .Where(unit => FactTables.OfProcess(unit.Table) == fact && (unit.Period == code || unit.Period == code[..4]))
            .All(unit => unit.VerifiedAt.UtcDateTime >= after);
    }

    private HashSet<uint> Open(string fact, DateOnly month)
    {
        if (!open.TryGetValue((fact, month), out var districts))
        {
            open.Add((fact, month), districts = []);
        }

        return districts;
    }
}
