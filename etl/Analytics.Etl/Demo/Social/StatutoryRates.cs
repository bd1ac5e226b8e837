namespace Analytics.Etl.Demo.Social;

/// <summary>National parameters by date, tenge: the monthly calculation index (МРП) and the poverty line.</summary>
internal static class StatutoryRates
{
    private static readonly (DateOnly From, int Index, int PovertyLine)[] Rates =
    [
        (new(2019, 1, 1), 2_525, 14_849),
        (new(2019, 4, 1), 2_525, 20_789),
        (new(2020, 1, 1), 2_651, 21_828),
        (new(2020, 4, 1), 2_778, 22_868),
        (new(2021, 1, 1), 2_917, 24_011),
        (new(2022, 1, 1), 3_063, 25_213),
        (new(2022, 4, 1), 3_180, 26_172),
        (new(2023, 1, 1), 3_450, 28_397),
        (new(2024, 1, 1), 3_692, 30_385),
        (new(2025, 1, 1), 3_932, 32_360),
        (new(2026, 1, 1), 4_325, 35_596),
    ];

    public static int Index(DateOnly day) => Array.FindLast(Rates, rate => rate.From <= day).Index;

    public static int PovertyLine(DateOnly month) => Array.FindLast(Rates, rate => rate.From <= month).PovertyLine;
}
