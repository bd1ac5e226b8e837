using Analytics.Warehouse.Indicators;

namespace Analytics.Warehouse.Disclosure;

/// <summary>
/// The cells of a publication as a system: what is small, what hangs together, what adds up to what. Cells that are not there are zero, and
/// zeros are shown.
/// </summary>
public sealed class LatticeSystem
{
    private readonly DisclosureOptions options;
    private readonly TerritorySets territories;
    private readonly Dictionary<LatticeKey, PublishedCell> cells;
    private readonly Dictionary<LatticeKey, int> indexes = [];
    private readonly List<List<LatticeKey>> members = [];
    private readonly Dictionary<(int Year, int First, int Last), TerritorySets.Known> known = [];
    private readonly Dictionary<string, double> units = new(StringComparer.Ordinal);
    private readonly HashSet<int> chainedYears;

    private LatticeSystem(IEnumerable<PublishedCell> published, TerritorySets territories, DisclosureOptions options)
    {
        this.options = options;
        this.territories = territories;
        cells = published.Where(cell => cell.Value != 0 && DisclosureRules.IsInPublicLattice(cell.Key)).ToDictionary(cell => cell.Key);
        chainedYears = [.. cells.Keys.Where(key => key.Measure == "families").Select(key => key.End.Year)];
    }

    public CellSystem System { get; } = new();

    /// <summary>Quantities that are hidden whatever else is: small ones, and those that the edition before hid.</summary>
    public List<int> HiddenBefore { get; } = [];

    /// <summary>The cells that a quantity is printed in; none of a rest that nobody prints.</summary>
    public IReadOnlyList<LatticeKey> CellsOf(int quantity) => members[quantity];

    /// <summary>The quantity of a cell, or null of a zero and of a cell outside the system.</summary>
    public int? Find(LatticeKey key) => indexes.TryGetValue(key, out var index) ? index : null;

    /// <summary>What one of a measure's quantities is: 1 of a count, the average amount of an amount.</summary>
    public double UnitOf(string measure) => units.GetValueOrDefault(measure, 1);

    public static LatticeSystem Of(IEnumerable<PublishedCell> cells, TerritorySets territories, DisclosureOptions options)
    {
        var lattice = new LatticeSystem(cells, territories, options);
        lattice.AddQuantities();
        lattice.AddRelations();
        return lattice;
    }

    private void AddQuantities()
    {
        foreach (var group in cells.Values.GroupBy(cell => cell.Key.Measure))
        {
            if (DisclosureRules.Kind(group.Key) == DisclosureKind.Amount)
            {
                var count = group.Sum(cell => Value(cell.Key with { Measure = DisclosureRules.CountOf(group.Key) }));
                units[group.Key] = count > 0 ? (double)(group.Sum(cell => Math.Abs(cell.Value)) / count) : 1;
            }
        }

        foreach (var group in cells.Values.Where(cell => DisclosureRules.Kind(cell.Key.Measure) != DisclosureKind.Open).GroupBy(cell => Canonical(cell.Key)))
        {
            var one = cells[group.Key];
            var all = group.Select(cell => cell.Key).ToList();
            var index = System.Add(Quantity(one, all) with { CanBeHidden = !group.Any(cell => cell.IsKnown) });
            members.Add(all);
            all.ForEach(key => indexes[key] = index);
            if (System.Quantities[index].IsSmall || group.Any(cell => cell.WasHidden))
            {
                HiddenBefore.Add(index);
            }
        }
    }

    private Quantity Quantity(PublishedCell cell, List<LatticeKey> all)
    {
        var cost = all.Max(CellImportance.Of);
        switch (DisclosureRules.Kind(cell.Key.Measure))
        {
            case DisclosureKind.Count:
                return new Quantity((double)cell.Value, options.Width, cost * (double)cell.Value) { IsSmall = cell.Value < options.Threshold, Least = 1 };
            case DisclosureKind.Amount:
                // What was assigned and paid to nobody yet rests on somebody all the same.
                var value = (double)cell.Value / units[cell.Key.Measure];
                var count = Math.Max(1, Value(cell.Key with { Measure = DisclosureRules.CountOf(cell.Key.Measure) }));
                return new Quantity(value, options.Width * Math.Abs(value) / (double)count, cost * Math.Max(1, value))
                {
                    IsSmall = count < options.Threshold,
                    Least = Math.Min(0, value),
                };
            default:
                return new Quantity((double)cell.Value, 0, 0);
        }
    }

    // The same number by definition: of the first quarter and January to March, of the same land on two boundaries, of families with conditional aid, and of persons and person-months of one month.
    private LatticeKey Canonical(LatticeKey key)
    {
        var same = key;
        if (same.Kind == PeriodKind.Quarter && same.End.Month == 3)
        {
            same = Same(same, same with { Kind = PeriodKind.YearToDate });
        }

        if (Known(same).SameAs.TryGetValue(new(same.Boundaries, same.Territory), out var place))
        {
            same = Same(same, same with { Boundaries = place.Boundaries, Territory = place.Territory });
        }

        return same switch
        {
            { Measure: "conditional_families", Category: Category.All } => Same(same, same with { Measure = "families", Aid = AidKind.Conditional }),
            { Measure: "person_months", Kind: PeriodKind.Month } => Same(same, same with { Measure = "persons" }),
            _ => same,
        };
    }

    private LatticeKey Same(LatticeKey key, LatticeKey other) => cells.TryGetValue(other, out var cell) && cell.Value == cells[key].Value ? other : key;

    private void AddRelations()
    {
        var seen = new HashSet<(int, string)>();
        foreach (var key in indexes.Keys.Where(key => DisclosureRules.Kind(key.Measure) != DisclosureKind.Derived))
        {
            AddPeriods(key, seen);
            AddKinds(key, seen);
            AddTerritories(key, seen);
        }

        foreach (var key in indexes.Keys)
        {
            AddMeasures(key, seen);
        }
    }

    private void AddPeriods(LatticeKey key, HashSet<(int, string)> seen)
    {
        LatticeKey Of(PeriodKind kind, int month) => key with { Kind = kind, End = new Period(kind, key.End.Year, month).LastDay };
        var last = key.End.Month;
        if (key.Kind == PeriodKind.Quarter)
        {
            AddMonths(key, [Of(PeriodKind.Month, last - 2), Of(PeriodKind.Month, last - 1), Of(PeriodKind.Month, last)], seen);
        }
        else if (key.Kind == PeriodKind.YearToDate && last == 3)
        {
            AddMonths(key, [Of(PeriodKind.Month, 1), Of(PeriodKind.Month, 2), Of(PeriodKind.Month, 3)], seen);
        }
        else if (key.Kind == PeriodKind.YearToDate && last % 3 == 0)
        {
            AddParts(key, [Of(PeriodKind.YearToDate, last - 3), Of(PeriodKind.Quarter, last)], seen);
        }
    }

    // Months are published of all families only; of a category they are no parts that anybody knows.
    private void AddMonths(LatticeKey quarter, LatticeKey[] months, HashSet<(int, string)> seen)
    {
        if (quarter is { Category: Category.All, Aid: AidKind.All })
        {
            AddParts(quarter, months, seen);
        }
    }

    private void AddKinds(LatticeKey key, HashSet<(int, string)> seen)
    {
        if (key is { Category: Category.All, Aid: AidKind.All })
        {
            AddParts(key, [key with { Category = Category.LargeFamily }, key with { Category = Category.LowIncome }], seen);
            AddParts(key, [key with { Aid = AidKind.Conditional }, key with { Aid = AidKind.Unconditional }], seen);
        }
    }

    private void AddTerritories(LatticeKey key, HashSet<(int, string)> seen)
    {
        foreach (var (_, parts) in WholesOf(key))
        {
            AddParts(key, [.. parts.Select(part => key with { Boundaries = part.Boundaries, Territory = part.Territory })], seen);
        }
    }

    private void AddMeasures(LatticeKey key, HashSet<(int, string)> seen)
    {
        foreach (var (hidden, too) in DisclosureRules.HiddenTogether.Where(pair => pair.Hidden == key.Measure))
        {
            if ((key.Kind == PeriodKind.Month || !DisclosureRules.IsOfMonths(hidden)) && Find(key with { Measure = too }) is { } other)
            {
                System.HideTogether(indexes[key], other);
            }
        }

        foreach (var (_, more) in DisclosureRules.Contained.Where(pair => pair.Less == key.Measure))
        {
            if (Find(key with { Measure = more }) is { } other && seen.Add((indexes[key], $"<{other}")))
            {
                System.AddAtMost(indexes[key], other);
            }
        }

        foreach (var (_, parts) in DisclosureRules.Parts.Where(pair => pair.Whole == key.Measure))
        {
            AddParts(key, [.. parts.Select(part => key with { Measure = part })], seen);
        }

        foreach (var (_, part) in DisclosureRules.Rests.Where(pair => pair.Base == key.Measure))
        {
            AddRest(key, key with { Measure = part }, seen);
        }

        if (key.Measure == "families")
        {
            AddChain(key, seen);
        }
    }

    // The rest of a share is printed nowhere, and is the difference of two numbers that are.
    private void AddRest(LatticeKey whole, LatticeKey part, HashSet<(int, string)> seen)
    {
        var (all, counted) = (indexes[whole], Find(part));
        if (counted is not { } some || all == some || !seen.Add((all, $"rest {some}")))
        {
            return;
        }

        var value = System.Quantities[all].Value - System.Quantities[some].Value;
        if (value < 1 || value >= options.Threshold)
        {
            return;
        }

        var rest = System.Add(new Quantity(value, options.Width, 0) { IsPublished = false, IsSmall = true, CanBeHidden = false });
        members.Add([]);
        System.Add(new Relation([all, some, rest], [1, -1, -1], 0, IsEqual: true));
    }

    // Families of this year less those of last year are those who are new less those who are gone.
    private void AddChain(LatticeKey key, HashSet<(int, string)> seen)
    {
        var last = key with { End = new Period(key.Kind, key.End.Year - 1, key.End.Month).LastDay };
        LatticeKey[] four = [key, last, key with { Measure = "families_new" }, key with { Measure = "families_exited" }];
        double[] factors = [1, -1, -1, 1];
        if (!chainedYears.Contains(last.End.Year) || Math.Abs(four.Zip(factors, (one, factor) => (double)Value(one) * factor).Sum()) > 0.5)
        {
            return;
        }

        var there = four.Zip(factors).Where(one => indexes.ContainsKey(one.First)).Select(one => (Index: indexes[one.First], Factor: one.Second)).ToList();
        if (there.Select(one => one.Index).Distinct().Count() == there.Count && seen.Add((there[0].Index, $"chain {string.Join(' ', there)}")))
        {
            System.Add(new Relation([.. there.Select(one => one.Index)], [.. there.Select(one => one.Factor)], 0, IsEqual: true));
        }

        if (Find(four[3]) is { } gone && Find(last) is { } were && seen.Add((gone, $"<{were}")))
        {
            System.AddAtMost(gone, were);
        }
    }

    private void AddParts(LatticeKey whole, LatticeKey[] parts, HashSet<(int, string)> seen)
    {
        var index = indexes[whole];
        int[] there = [.. parts.Select(Find).OfType<int>().Distinct()];
        if (there.Length > 0 && !there.Contains(index) && seen.Add((index, string.Join(' ', there))))
        {
            System.AddParts(index, there);
        }
    }

    private IEnumerable<(TerritorySets.Place Whole, TerritorySets.Place[] Parts)> WholesOf(LatticeKey key) =>
        Known(key).Wholes.Where(one => one.Whole.Boundaries == key.Boundaries && one.Whole.Territory == key.Territory);

    private TerritorySets.Known Known(LatticeKey key)
    {
        var period = new Period(key.Kind, key.End.Year, key.End.Month);
        var span = (period.Year, period.FirstMonthNumber, period.LastMonthNumber);
        return known.TryGetValue(span, out var found) ? found : known[span] = territories.In(span.Year, span.FirstMonthNumber, span.LastMonthNumber);
    }

    private decimal Value(LatticeKey key) => cells.TryGetValue(key, out var cell) ? cell.Value : 0;
}
