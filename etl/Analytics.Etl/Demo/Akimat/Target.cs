using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Akimat;

/// <summary>One version of the planned value of one indicator for one territory and year. Money in tiyn.</summary>
internal sealed record Target(long Id, DateOnly YearStart, string TerritoryCode, string Indicator, long Value, string Decree, TargetDecree Version, long[]? Quarters)
{
    private static readonly string[] Indicators =
        ["families", "persons", "children_1_6", "placements", "grants_approved", "microcredits_issued", "outreach_events", "package_children", "paid_amount"];

    /// <summary>Plans of the region in the order of <see cref="Indicators"/>, money in million tenge. Families, persons and children of 2021 are published.</summary>
    private static readonly (int Year, long[] Values)[] Region =
    [
        (2020, [11_500, 54_800, 14_400, 2_800, 850, 320, 75, 12_800, 4_820]),
        (2021, [8_800, 42_000, 11_000, 2_600, 800, 340, 80, 9_900, 4_360]),
        (2022, [6_400, 30_500, 8_000, 1_650, 420, 260, 76, 7_200, 2_520]),
        (2023, [2_500, 11_900, 3_100, 620, 200, 180, 60, 2_800, 1_262]),
        (2024, [1_900, 9_050, 2_350, 510, 185, 190, 64, 2_100, 1_024]),
        (2025, [1_500, 7_150, 1_850, 430, 190, 200, 68, 1_650, 901]),
    ];

    /// <summary>Plans in force that are not the first of their year.</summary>
    private static readonly Dictionary<(int Year, string Indicator), TargetDecree> Later = new()
    {
        [(2020, "paid_amount")] = new("adjusted", "№ 371", new DateOnly(2020, 10, 12)),
        [(2021, "families")] = new("refined", "№ 97", new DateOnly(2021, 4, 15)),
        [(2024, "placements")] = new("adjusted", "№ 254", new DateOnly(2024, 9, 16)),
    };

    /// <summary>What stood before those, money in million tenge.</summary>
    private static readonly (int Year, string Indicator, long Value, TargetDecree Version)[] Earlier =
    [
        (2020, "paid_amount", 4_300, TargetDecree.FirstOf(2020)),
        (2020, "paid_amount", 4_650, new("refined", "№ 148", new DateOnly(2020, 5, 18))),
        (2021, "families", 9_600, TargetDecree.FirstOf(2021)),
        (2024, "placements", 560, TargetDecree.FirstOf(2024)),
    ];

    /// <summary>The region's plans by quarter: of events and money each quarter's own, of people placed the number reached.</summary>
    private static readonly Dictionary<(int Year, string Indicator), long[]> ByQuarter = new()
    {
        [(2021, "outreach_events")] = [20, 20, 15, 25],
        [(2021, "paid_amount")] = [1_150, 1_100, 1_060, 1_050],
        [(2021, "placements")] = [500, 1_300, 2_100, 2_600],
    };

    /// <summary>All targets: the region's and, adding up to them, those of the districts in force on 1 January; then the versions that they replaced.</summary>
    public static List<Target> All(int scale)
    {
        var targets = new List<Target>();
        foreach (var (year, values) in Region)
        {
            for (var i = 0; i < Indicators.Length; i++)
            {
                Add(targets, year, Indicators[i], values[i] * scale, Later.GetValueOrDefault((year, Indicators[i])) ?? TargetDecree.FirstOf(year), ByQuarter.GetValueOrDefault((year, Indicators[i])), scale);
            }
        }

        foreach (var (year, indicator, value, version) in Earlier)
        {
            Add(targets, year, indicator, value * scale, version, quarters: null, scale);
        }

        return targets;
    }

    private static void Add(List<Target> targets, int year, string indicator, long value, TargetDecree version, long[]? quarters, int scale)
    {
        const long TiynInMillion = 100_000_000;
        var day = new DateOnly(year, 1, 1);
        var unit = indicator == "paid_amount" ? TiynInMillion : 1;
        var decree = $"План социальной поддержки на {year} год (демо)";
        var codes = DemoRegion.DistrictsOn(day);
        var parts = Apportionment.Split(value, DemoRegion.SumByDistrict(day, DemoRegion.Units.Select(one => one.Weight).ToArray()));
        targets.Add(new(targets.Count + 1, day, DemoRegion.Code, indicator, value * unit, decree, version, quarters?.Select(quarter => quarter * scale * unit).ToArray()));
        for (var i = 0; i < codes.Count; i++)
        {
            targets.Add(new(targets.Count + 1, day, codes[i], indicator, parts[i] * unit, decree, version, Quarters: null));
        }
    }
}
