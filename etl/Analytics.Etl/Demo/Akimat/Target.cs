using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Akimat;

/// <summary>Planned value of one indicator for one territory and year. Money in tiyn.</summary>
internal sealed record Target(long Id, DateOnly YearStart, string TerritoryCode, string Indicator, long Value, string Decree)
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

    /// <summary>All targets: the region's and, adding up to them, those of the districts in force on 1 January.</summary>
    public static List<Target> All(int scale)
    {
        var targets = new List<Target>();
        foreach (var (year, values) in Region)
        {
            var day = new DateOnly(year, 1, 1);
            var weights = DemoRegion.SumByDistrict(day, DemoRegion.Units.Select(unit => unit.Weight).ToArray());
            for (var i = 0; i < Indicators.Length; i++)
            {
                Add(targets, day, Indicators[i], values[i] * scale, weights);
            }
        }
        return targets;
    }

    private static void Add(List<Target> targets, DateOnly day, string indicator, long value, long[] weights)
    {
        const long TiynInMillion = 100_000_000;
        var unit = indicator == "paid_amount" ? TiynInMillion : 1;
        var decree = $"План социальной поддержки на {day.Year} год (демо)";
        var codes = DemoRegion.DistrictsOn(day);
        var parts = Apportionment.Split(value, weights);
        targets.Add(new(targets.Count + 1, day, DemoRegion.Code, indicator, value * unit, decree));
        for (var i = 0; i < codes.Count; i++)
        {
            targets.Add(new(targets.Count + 1, day, codes[i], indicator, parts[i] * unit, decree));
        }
    }
}
