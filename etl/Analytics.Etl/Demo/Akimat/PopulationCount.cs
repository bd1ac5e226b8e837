using Analytics.Etl.Demo.Territory;

namespace Analytics.Etl.Demo.Akimat;

/// <summary>Residents of one district on 1 January.</summary>
internal sealed record PopulationCount(long Id, DateOnly CountedOn, string DistrictCode, long Residents)
{
    /// <summary>Region totals: 2019, 2020 and 2023 as published, 2021 near the published 1 May, 2022 already near the census; later ones synthetic.</summary>
    private static readonly (int Year, long Residents)[] Region =
        [(2019, 1_378_527), (2020, 1_369_597), (2021, 1_363_656), (2022, 1_346_180), (2023, 730_172), (2024, 727_054), (2025, 723_882)];

    /// <summary>All counts; the region's total is split over land units by their residents of 2019 and their growth.</summary>
    public static List<PopulationCount> All(int scale)
    {
        var counts = new List<PopulationCount>();
        foreach (var (year, residents) in Region)
        {
            var day = new DateOnly(year, 1, 1);
            var weights = DemoRegion.Units.Select(unit => unit.CodeOn(day) is null ? 0L : unit.Residents2019 * (1000L + (unit.Growth * (year - 2019)))).ToArray();
            var byDistrict = DemoRegion.SumByDistrict(day, Apportionment.Split(residents, weights));
            var codes = DemoRegion.DistrictsOn(day);
            for (var i = 0; i < codes.Count; i++)
            {
                counts.Add(new(counts.Count + 1, day, codes[i], byDistrict[i] * scale));
            }
        }
        return counts;
    }
}
