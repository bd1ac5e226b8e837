using Analytics.Warehouse.Disclosure;
using Analytics.Warehouse.Indicators;

namespace Analytics.UnitTests.Etl.Disclosure;

/// <summary>Families, payments and grant applications of three districts in the first half of two years, drawn by chance, and the lattice that they give.</summary>
internal sealed class RandomWorld
{
    public const uint Region = 1;
    public static readonly uint[] Districts = [10, 11, 12];
    public static readonly int[] Years = [2020, 2021];

    private readonly List<(uint District, Category Category, AidKind Aid, int Year, int Month, int Family, int Paid)> payments = [];
    private readonly List<(uint District, Category Category, int Year, int Month, string Status)> grants = [];

    public RandomWorld(int seed)
    {
        var random = new Random(seed);
        var families = random.Next(15, 50);
        for (var family = 0; family < families; family++)
        {
            var district = Districts[random.Next(10) switch { < 6 => 0, < 9 => 1, _ => 2 }];
            var category = random.Next(4) == 0 ? Category.LargeFamily : Category.LowIncome;
            foreach (var year in Years.Where(_ => random.Next(10) < 8))
            {
                var (first, last) = (random.Next(1, 5), random.Next(3, 7));
                for (var month = first; month <= last; month++)
                {
                    // Some move, and some are helped otherwise from a month on.
                    var lives = random.Next(30) == 0 ? Districts[random.Next(3)] : district;
                    payments.Add((lives, category, random.Next(5) == 0 ? AidKind.Unconditional : AidKind.Conditional, year, month, family, random.Next(10, 60) * 1000));
                }
            }
        }

        var applications = random.Next(30, 120);
        for (var application = 0; application < applications; application++)
        {
            grants.Add((Districts[random.Next(3)], random.Next(3) == 0 ? Category.LargeFamily : Category.LowIncome, Years[random.Next(2)], random.Next(1, 13),
                random.Next(10) switch { < 7 => "grants_approved", < 9 => "grants_refused", _ => "" }));
        }

        Cells = Lattice().Where(cell => cell.Value != 0).ToDictionary(cell => cell.Key, cell => cell.Value);
    }

    /// <summary>All cells but zeros.</summary>
    public IReadOnlyDictionary<LatticeKey, decimal> Cells { get; }

    /// <summary>The territory relations: a unit is counted into itself and into the region.</summary>
    public static TerritorySets Territories { get; } = new([.. Districts.SelectMany(district => new[] { district, Region }.Select(into =>
        new TerritorySets.Row(Boundaries.AsReported, district, into, new DateOnly(2000, 1, 1), new DateOnly(2100, 1, 1))))]);

    private IEnumerable<(LatticeKey Key, decimal Value)> Lattice() =>
        from year in Years
        from period in Periods(year)
        from territory in Districts.Prepend(Region)
        from category in Enum.GetValues<Category>()
        from aid in Enum.GetValues<AidKind>()
        from cell in Measures(period, territory, category, aid)
        select (new LatticeKey(cell.Measure, Boundaries.AsReported, territory, period.Kind, period.LastDay, category, aid), cell.Value);

    private static IEnumerable<Period> Periods(int year) =>
        Enumerable.Range(1, 12).SelectMany(month => new[] { Period.OfMonth(year, month), Period.ToDate(year, month) }).Concat(Enumerable.Range(1, 4).Select(quarter => Period.OfQuarter(year, quarter)));

    private IEnumerable<(string Measure, decimal Value)> Measures(Period period, uint territory, Category category, AidKind aid)
    {
        bool In(uint district, Category of) => (territory == Region || territory == district) && (category == Category.All || category == of);
        HashSet<int> Families(int year) => [.. payments
            .Where(one => one.Year == year && one.Month >= period.FirstMonthNumber && one.Month <= period.LastMonthNumber && In(one.District, one.Category) && (aid == AidKind.All || aid == one.Aid))
            .Select(one => one.Family)];
        var (now, before) = (Families(period.Year), Families(period.Year - 1));
        yield return ("families", now.Count);
        yield return ("paid_amount", payments
            .Where(one => one.Year == period.Year && one.Month >= period.FirstMonthNumber && one.Month <= period.LastMonthNumber && In(one.District, one.Category) && (aid == AidKind.All || aid == one.Aid))
            .Sum(one => one.Paid));
        if (period.Year > Years[0])
        {
            yield return ("families_new", now.Except(before).Count());
            yield return ("families_exited", before.Except(now).Count());
        }

        if (aid == AidKind.All)
        {
            var asked = grants.Where(one => one.Year == period.Year && one.Month >= period.FirstMonthNumber && one.Month <= period.LastMonthNumber && In(one.District, one.Category)).ToList();
            yield return ("grant_applications", asked.Count);
            yield return ("grants_approved", asked.Count(one => one.Status == "grants_approved"));
            yield return ("grants_refused", asked.Count(one => one.Status == "grants_refused"));
        }
    }
}
