using Analytics.Warehouse.Disclosure;
using Analytics.Warehouse.Indicators;
using Google.OrTools.LinearSolver;

namespace Analytics.UnitTests.Etl.Disclosure;

/// <summary>
/// Somebody who has every public figure, knows how they are made, and guesses that parts add up where they do. Shares nothing with the
/// product but the keys of cells: his own list of relations, his own programs, no bounds around the truth.
/// </summary>
internal sealed class Attacker : IDisposable
{
    // More than any cell has.
    private const double Many = 10_000;

    private readonly IReadOnlyDictionary<LatticeKey, decimal> truth;
    private readonly IReadOnlySet<LatticeKey> hidden;
    private readonly Solver solver = Solver.CreateSolver("GLOP");
    private readonly Dictionary<LatticeKey, Variable> unknown = [];
    private readonly Dictionary<LatticeKey, (double Low, double High)> seen = [];

    /// <param name="truth">All cells of the public lattice; those that are not hidden he knows, and that what is missing is zero.</param>
    /// <param name="hidden">Cells that he sees as hidden.</param>
    public Attacker(IReadOnlyDictionary<LatticeKey, decimal> truth, IReadOnlySet<LatticeKey> hidden)
    {
        (this.truth, this.hidden) = (truth, hidden);
        foreach (var key in hidden)
        {
            // What is hidden is not zero.
            unknown[key] = solver.MakeNumVar(key.Measure == "paid_amount" ? 0 : 1, Many, "");
        }

        foreach (var key in truth.Keys)
        {
            Learn(key);
        }
    }

    /// <summary>
    /// The least and the greatest value that a hidden cell can have, as far as he can tell; two that are <paramref name="enough"/> apart
    /// when worlds that he has found before say so, for then he cannot tell more.
    /// </summary>
    public (double Low, double High) Range(LatticeKey key, double enough = double.PositiveInfinity)
    {
        if (seen.TryGetValue(key, out var known) && (known.High - known.Low) * Scale(key) >= enough)
        {
            return (known.Low * Scale(key), known.High * Scale(key));
        }

        solver.Objective().Clear();
        solver.Objective().SetCoefficient(unknown[key], 1);
        var (low, high) = (End(key, maximize: false), End(key, maximize: true));
        return (low * Scale(key), high * Scale(key));
    }

    public void Dispose() => solver.Dispose();

    private double End(LatticeKey key, bool maximize)
    {
        solver.Objective().SetOptimizationDirection(maximize);
        // The truth is a solution (Rule asserts it), and nothing is endless: whatever else the solver says is lost in its rounding.
        foreach (var way in new[] { "use_preprocessing: true", "use_preprocessing: false" })
        {
            solver.SetSolverSpecificParametersAsString(way);
            if (solver.Solve() == Solver.ResultStatus.OPTIMAL)
            {
                foreach (var (cell, variable) in unknown)
                {
                    var value = variable.SolutionValue();
                    var (low, high) = seen.GetValueOrDefault(cell, (value, value));
                    seen[cell] = (Math.Min(low, value), Math.Max(high, value));
                }

                return unknown[key].SolutionValue();
            }

            solver.Reset();
        }

        throw new InvalidOperationException($"The attacker cannot solve his program for {key}.");
    }

    private void Learn(LatticeKey key)
    {
        var year = key.End.Year;
        LatticeKey Month(int month) => key with { Kind = PeriodKind.Month, End = Last(year, month) };
        LatticeKey Quarter(int month) => key with { Kind = PeriodKind.Quarter, End = Last(year, month) };
        LatticeKey ToDate(int month) => key with { Kind = PeriodKind.YearToDate, End = Last(year, month) };
        var last = key.End.Month;
        switch (key.Kind)
        {
            case PeriodKind.Quarter:
                if (key is { Category: Category.All, Aid: AidKind.All } && Tells(Month(last)))
                {
                    Split(key, Month(last - 2), Month(last - 1), Month(last));
                }

                if (last == 3)
                {
                    Rule(0, 0, (key, 1), (ToDate(3), -1));
                }

                break;
            case PeriodKind.YearToDate when last > 3 && Tells(ToDate(last - 3)) && Tells(Quarter(last)):
                Split(key, ToDate(last - 3), Quarter(last));
                break;
        }

        if (key.Territory == RandomWorld.Region && RandomWorld.Districts.All(district => Tells(key with { Territory = district })))
        {
            Split(key, [.. RandomWorld.Districts.Select(district => key with { Territory = district })]);
        }

        if (key is { Category: Category.All, Aid: AidKind.All })
        {
            if (Tells(key with { Category = Category.LargeFamily }))
            {
                Split(key, key with { Category = Category.LargeFamily }, key with { Category = Category.LowIncome });
            }

            if (key.Measure is "families" or "families_new" or "families_exited" or "paid_amount" && Tells(key with { Aid = AidKind.Conditional }))
            {
                Split(key, key with { Aid = AidKind.Conditional }, key with { Aid = AidKind.Unconditional });
            }
        }

        if (key.Measure == "grant_applications")
        {
            Split(key, key with { Measure = "grants_approved" }, key with { Measure = "grants_refused" });
        }

        if (key.Measure == "families" && year > RandomWorld.Years[0])
        {
            var before = key with { End = Last(year - 1, last) };
            var (fresh, gone) = (key with { Measure = "families_new" }, key with { Measure = "families_exited" });
            Rule(0, 0, (key, 1), (before, -1), (fresh, -1), (gone, 1));
            Rule(double.NegativeInfinity, 0, (fresh, 1), (key, -1));
            Rule(double.NegativeInfinity, 0, (gone, 1), (before, -1));
        }
    }

    // He cannot use cells that the public edition leaves out.
    private static bool Tells(LatticeKey key) => DisclosureRules.IsInPublicLattice(key);

    private void Split(LatticeKey whole, params LatticeKey[] parts)
    {
        var (sum, all) = (parts.Sum(Truth), Truth(whole));
        (LatticeKey, double)[] difference = [(whole, 1), .. parts.Select(part => (part, -1d))];
        if (sum == all)
        {
            Rule(0, 0, difference);
        }
        else if (sum > all)
        {
            Rule(double.NegativeInfinity, 0, difference);
            // A family that is new in a district may be none in the region; he is told where this holds.
            foreach (var part in parts.Where(part => Truth(part) <= all))
            {
                Rule(double.NegativeInfinity, 0, (part, 1), (whole, -1));
            }
        }
        else
        {
            Rule(0, double.PositiveInfinity, difference);
        }
    }

    private void Rule(double low, double high, params (LatticeKey Key, double Factor)[] terms)
    {
        var truly = terms.Sum(term => term.Factor * (double)Truth(term.Key) / Scale(term.Key));
        Assert.True(low - 1e-6 <= truly && truly <= high + 1e-6, "What he knows must be true.");
        if (!terms.Any(term => hidden.Contains(term.Key)))
        {
            return;
        }

        var known = terms.Where(term => !hidden.Contains(term.Key)).Sum(term => term.Factor * (double)Truth(term.Key) / Scale(term.Key));
        var constraint = solver.MakeConstraint(low - known, high - known, "");
        foreach (var group in terms.Where(term => hidden.Contains(term.Key)).GroupBy(term => term.Key))
        {
            constraint.SetCoefficient(unknown[group.Key], group.Sum(term => term.Factor));
        }
    }

    // Programs are solved better in numbers of one size.
    private static double Scale(LatticeKey key) => key.Measure == "paid_amount" ? 20_000 : 1;

    private decimal Truth(LatticeKey key) => truth.GetValueOrDefault(key);

    private static DateOnly Last(int year, int month) => new DateOnly(year, month, 1).AddMonths(1).AddDays(-1);
}
