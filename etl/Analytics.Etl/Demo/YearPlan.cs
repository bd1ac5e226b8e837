namespace Analytics.Etl.Demo;

/// <summary>
/// What one replica of the region reaches in a year, exactly. 2020 and 2024 are published figures; the other years are synthetic and
/// join them smoothly.
/// </summary>
/// <param name="Families">Distinct households with a payment in the year.</param>
/// <param name="Persons">Distinct members in paid months.</param>
/// <param name="PaidTenge">Sum of payments, tenge.</param>
/// <param name="AllocatedTenge">Sum of the budget's allocations, tenge.</param>
/// <param name="Placed">Distinct people placed in work.</param>
/// <param name="OutreachEvents">Events held.</param>
/// <param name="Microcredits">Microcredit applications received.</param>
/// <param name="WellnessCourses">Courses started.</param>
/// <param name="Grants">Grant applications by outcome.</param>
internal sealed record YearPlan(
    int Year, int Families, int Persons, long PaidTenge, long AllocatedTenge, int Placed, int OutreachEvents, int Microcredits, int WellnessCourses, GrantPlan Grants)
{
    public static readonly IReadOnlyList<YearPlan> All =
    [
        new(2019, 15_500, 73_900, 6_850_000_000, 7_000_000_000, 3_300, 64, 380, 520, new(840, 430, 220, 16)),
        new(2020, 10_969, 52_100, 4_700_000_000, 4_820_000_000, 2_907, 77, 420, 340, new(1_060, 636, 239, 14)),
        new(2021, 9_200, 43_650, 4_250_000_000, 4_360_000_000, 2_480, 85, 460, 610, new(980, 560, 236, 15)),
        new(2022, 6_000, 28_500, 2_450_000_000, 2_520_000_000, 1_600, 78, 320, 480, new(520, 290, 122, 10)),
        new(2023, 2_350, 11_160, 1_230_000_000, 1_262_000_000, 640, 60, 240, 380, new(260, 142, 66, 5)),
        new(2024, 1_804, 8_560, 1_000_000_000, 1_024_000_000, 500, 66, 250, 400, new(240, 132, 62, 4)),
        new(2025, 1_450, 6_880, 880_000_000, 901_000_000, 410, 70, 260, 420, new(236, 130, 62, 4)),
    ];

    public DateOnly FirstDay => new(Year, 1, 1);

    public DateOnly LastDay => new(Year, 12, 31);
}

/// <summary>Grant applications of a year: received, approved by category of the family, withdrawn; the rest is refused.</summary>
internal sealed record GrantPlan(int Received, int ApprovedLargeFamily, int ApprovedLowIncome, int Withdrawn);
