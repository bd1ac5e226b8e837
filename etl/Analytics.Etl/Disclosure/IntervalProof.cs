using Analytics.Warehouse.Disclosure;
using Google.OrTools.LinearSolver;

namespace Analytics.Etl.Disclosure;

/// <summary>
/// Proves by linear programming that unknown quantities can have values far enough apart. Every solution is a world that fits all that is
/// published; what was seen in the worlds so far is kept, and stays true when more is hidden.
/// </summary>
internal sealed class IntervalProof(CellSystem system, Func<int, bool> isUnknown)
{
    private const double Tolerance = 1e-6;

    // Worlds far from the true one prove no more; a bounded program is solved faster.
    private const double Reach = 6;
    private const int RoundsAtRandom = 8;

    private readonly (double Low, double High)[] seen = [.. system.Quantities.Select(quantity => (quantity.Value, quantity.Value))];

    /// <summary>The least and the greatest value that was seen.</summary>
    public (double Low, double High) Seen(int quantity) => seen[quantity];

    /// <summary>True when the worlds seen are far enough apart.</summary>
    public bool IsProved(int quantity) => seen[quantity].High - seen[quantity].Low >= system.Quantities[quantity].Width - Tolerance;

    /// <summary>Proves what can be proved of unknown quantities that hang together.</summary>
    /// <returns>Quantities whose values are too near to each other, each with the relations that hold them.</returns>
    public IReadOnlyList<(int Quantity, IReadOnlyList<int> Binding)> Prove(IReadOnlyList<int> component, CancellationToken cancellationToken)
    {
        var due = component.Where(quantity => !IsProved(quantity)).ToList();
        if (due.Count == 0)
        {
            return [];
        }

        using var solver = Solver.CreateSolver("GLOP");
        solver.SetSolverSpecificParametersAsString("use_preprocessing: false");
        var variables = component.ToDictionary(quantity => quantity, quantity => Variable(solver, quantity));
        var constraints = component.SelectMany(system.RelationsOf).Distinct().Select(relation => (relation, Constraint: Constrain(solver, variables, relation))).ToList();
        var random = new Random(component.Count);
        for (var round = 0; round < RoundsAtRandom && due.Count > 2; round++)
        {
            solver.Objective().Clear();
            foreach (var quantity in due)
            {
                solver.Objective().SetCoefficient(variables[quantity], random.Next(2) == 0 ? 1 : -1);
            }

            Solve(solver, variables, maximize: true);
            due = [.. due.Where(quantity => !IsProved(quantity))];
        }

        var failed = new List<(int, IReadOnlyList<int>)>();
        foreach (var quantity in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var binding = new HashSet<int>();
            foreach (var maximize in new[] { true, false })
            {
                if (!IsProved(quantity))
                {
                    solver.Objective().Clear();
                    solver.Objective().SetCoefficient(variables[quantity], 1);
                    Solve(solver, variables, maximize);
                    binding.UnionWith(constraints.Where(one => Math.Abs(one.Constraint.DualValue()) > Tolerance).Select(one => one.relation));
                }
            }

            if (!IsProved(quantity))
            {
                failed.Add((quantity, [.. binding]));
            }
        }

        return failed;
    }

    private Variable Variable(Solver solver, int index)
    {
        var quantity = system.Quantities[index];
        var reach = Reach * Math.Max(quantity.Width, 1e-3);
        return solver.MakeNumVar(Math.Max(quantity.Least, quantity.Value - reach), quantity.Value + reach, "");
    }

    private Constraint Constrain(Solver solver, Dictionary<int, Variable> variables, int index)
    {
        var relation = system.Relations[index];
        var rest = relation.Constant;
        for (var i = 0; i < relation.Quantities.Length; i++)
        {
            rest -= isUnknown(relation.Quantities[i]) ? 0 : relation.Factors[i] * system.Quantities[relation.Quantities[i]].Value;
        }

        var constraint = solver.MakeConstraint(relation.IsEqual ? rest : double.NegativeInfinity, rest, "");
        for (var i = 0; i < relation.Quantities.Length; i++)
        {
            if (isUnknown(relation.Quantities[i]))
            {
                constraint.SetCoefficient(variables[relation.Quantities[i]], relation.Factors[i]);
            }
        }

        return constraint;
    }

    // A program that is not solved proves nothing: what hangs on it is then not proved, and not published.
    private void Solve(Solver solver, Dictionary<int, Variable> variables, bool maximize)
    {
        solver.Objective().SetOptimizationDirection(maximize);
        if (solver.Solve() != Solver.ResultStatus.OPTIMAL)
        {
            return;
        }

        foreach (var (quantity, variable) in variables)
        {
            var value = variable.SolutionValue();
            var (low, high) = seen[quantity];
            seen[quantity] = (Math.Min(low, value), Math.Max(high, value));
        }
    }
}
