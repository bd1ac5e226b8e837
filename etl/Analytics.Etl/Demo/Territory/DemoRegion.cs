namespace Analytics.Etl.Demo.Territory;

/// <summary>The region: 25 land units and the districts they have formed.</summary>
internal static class DemoRegion
{
    public const string Code = "630000000";

    public static readonly IReadOnlyList<LandUnit> Units =
    [
        new(1, "oskemen", "Усть-Каменогорск", "631000000", LaterDistrict.Same, 342_550, 3, 30),
        new(2, "kurchatov", "Курчатов", "632200000", LaterDistrict.Leaves, 12_000, -8, 60),
        new(3, "ridder", "Риддер", "632400000", LaterDistrict.Same, 57_600, -8, 60),
        new(4, "semey", "Семей", "632800000", LaterDistrict.Leaves, 296_500, 2, 45),
        new(5, "zhanasemey", "Жаңасемей", "632800000", LaterDistrict.Leaves, 54_000, -2, 80),
        new(6, "abay", "Абайский", "633200000", LaterDistrict.Leaves, 14_418, -8, 150),
        new(7, "ayagoz", "Аягозский", "633400000", LaterDistrict.Leaves, 72_695, -10, 130),
        new(8, "beskaragay", "Бескарагайский", "633600000", LaterDistrict.Leaves, 18_700, -12, 140),
        new(9, "borodulikha", "Бородулихинский", "633800000", LaterDistrict.Leaves, 35_925, -14, 120),
        new(10, "glubokoe", "Глубоковский", "634000000", LaterDistrict.Same, 61_500, -4, 95),
        new(11, "zharma", "Жарминский", "634400000", LaterDistrict.Leaves, 38_500, -12, 130),
        new(12, "zaysan", "Зайсанский", "634600000", LaterDistrict.Same, 36_979, -6, 140),
        new(13, "altay", "Алтай", "634800000", LaterDistrict.Same, 64_500, -10, 85),
        new(14, "kokpekti", "Кокпектинский", "635000000", LaterDistrict.Leaves, 14_200, -14, 150),
        new(15, "samar", "Самар", "635000000", LaterDistrict.Samar, 14_200, -12, 150),
        new(16, "kurshum", "Курчумский", "635200000", LaterDistrict.Same, 14_600, -14, 150),
        new(17, "markakol", "Марқакөл", "635200000", LaterDistrict.Markakol, 9_100, -14, 160),
        new(18, "katonkaragay", "Катон-Карагайский", "635400000", LaterDistrict.Same, 12_900, -14, 150),
        new(19, "ulken-naryn", "Үлкен Нарын", "635400000", LaterDistrict.UlkenNaryn, 12_600, -12, 140),
        new(20, "tarbagatay", "Тарбагатайский", "635800000", LaterDistrict.Same, 19_500, -10, 160),
        new(21, "aqsuat", "Ақсуат", "635800000", LaterDistrict.Leaves, 20_500, -10, 150),
        new(22, "ulan", "Уланский", "636200000", LaterDistrict.Same, 38_600, -6, 115),
        new(23, "urzhar", "Урджарский", "636400000", LaterDistrict.Leaves, 46_500, -10, 140),
        new(24, "maqanshy", "Мақаншы", "636400000", LaterDistrict.Leaves, 27_260, -10, 140),
        new(25, "shemonaikha", "Шемонаихинский", "636800000", LaterDistrict.Same, 42_700, -8, 85),
    ];

    /// <summary>Codes of the districts in force on a day, in official order.</summary>
    public static IReadOnlyList<string> DistrictsOn(DateOnly day)
    {
        var codes = new List<string>();
        foreach (var unit in Units)
        {
            if (unit.CodeOn(day) is { } code && !codes.Contains(code))
            {
                codes.Add(code);
            }
        }
        codes.Sort(StringComparer.Ordinal);
        return codes;
    }

    /// <summary>Adds up a value of the land units over the districts in force on a day, in the order of <see cref="DistrictsOn"/>.</summary>
    public static long[] SumByDistrict(DateOnly day, ReadOnlySpan<long> byUnit)
    {
        var codes = DistrictsOn(day).ToList();
        var sums = new long[codes.Count];
        for (var i = 0; i < Units.Count; i++)
        {
            if (Units[i].CodeOn(day) is { } code)
            {
                sums[codes.IndexOf(code)] += byUnit[i];
            }
        }
        return sums;
    }
}
