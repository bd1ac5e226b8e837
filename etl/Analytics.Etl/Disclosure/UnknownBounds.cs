using Analytics.Warehouse.Disclosure;

namespace Analytics.Etl.Disclosure;

/// <summary>
/// What anybody can conclude of the unknown quantities relation by relation: bounds that hold, though the true ones may be narrower.
/// Finds most of what is hidden badly before any linear program is solved.
/// </summary>
internal sealed class UnknownBounds
{
    private const int Passes = 12;
    private const double Slight = 1e-9;

    private readonly CellSystem system;
    private readonly Func<int, bool> isUnknown;
    private readonly Dictionary<int, (double Low, double High, int LowFrom, int HighFrom)> bounds = [];

    private UnknownBounds(CellSystem system, IReadOnlyCollection<int> unknown, Func<int, bool> isUnknown)
    {
        (this.system, this.isUnknown) = (system, isUnknown);
        foreach (var quantity in unknown)
        {
            bounds[quantity] = (system.Quantities[quantity].Least, double.PositiveInfinity, -1, -1);
        }
    }

    public (double Low, double High, int LowFrom, int HighFrom) this[int quantity] => bounds[quantity];

    /// <summary>False of what was known when the bounds were found.</summary>
    public bool Has(int quantity) => bounds.ContainsKey(quantity);

    public static UnknownBounds Of(CellSystem system, IReadOnlyCollection<int> unknown, Func<int, bool> isUnknown)
    {
        var found = new UnknownBounds(system, unknown, isUnknown);
        var due = unknown.SelectMany(system.RelationsOf).Distinct().ToList();
        for (var pass = 0; pass < Passes && due.Count > 0; pass++)
        {
            var moved = new HashSet<int>();
            foreach (var relation in due)
            {
                found.Narrow(relation, moved);
            }

            due = [.. moved.SelectMany(system.RelationsOf).Distinct()];
        }

        return found;
    }

    // The least sum of the others leaves the most for one: a·x ≤ c − Σ least of the others, and for an equation the other way, too.
    private void Narrow(int index, HashSet<int> moved)
    {
        var relation = system.Relations[index];
        var (least, most, endlessLeast, endlessMost) = (0d, 0d, 0, 0);
        for (var i = 0; i < relation.Quantities.Length; i++)
        {
            var (low, high) = Term(relation, i);
            least += double.IsFinite(low) ? low : 0;
            most += double.IsFinite(high) ? high : 0;
            endlessLeast += double.IsFinite(low) ? 0 : 1;
            endlessMost += double.IsFinite(high) ? 0 : 1;
        }

        for (var i = 0; i < relation.Quantities.Length; i++)
        {
            var quantity = relation.Quantities[i];
            if (!isUnknown(quantity))
            {
                continue;
            }

            var (low, high) = Term(relation, i);
            if (endlessLeast - (double.IsFinite(low) ? 0 : 1) == 0)
            {
                Bound(quantity, relation.Factors[i], relation.Constant - (least - (double.IsFinite(low) ? low : 0)), isMost: true, index, moved);
            }

            if (relation.IsEqual && endlessMost - (double.IsFinite(high) ? 0 : 1) == 0)
            {
                Bound(quantity, relation.Factors[i], relation.Constant - (most - (double.IsFinite(high) ? high : 0)), isMost: false, index, moved);
            }
        }
    }

    private void Bound(int quantity, double factor, double term, bool isMost, int relation, HashSet<int> moved)
    {
        var now = bounds[quantity];
        var limit = term / factor;
        if (isMost == factor > 0)
        {
            if (limit < now.High - Tolerance(limit))
            {
                bounds[quantity] = now with { High = limit, HighFrom = relation };
                moved.Add(quantity);
            }
        }
        else if (limit > now.Low + Tolerance(limit))
        {
            bounds[quantity] = now with { Low = limit, LowFrom = relation };
            moved.Add(quantity);
        }
    }

    private (double Low, double High) Term(Relation relation, int i)
    {
        var (quantity, factor) = (relation.Quantities[i], relation.Factors[i]);
        if (!isUnknown(quantity))
        {
            var value = system.Quantities[quantity].Value * factor;
            return (value, value);
        }

        var (low, high, _, _) = bounds[quantity];
        return factor > 0 ? (factor * low, factor * high) : (factor * high, factor * low);
    }

    private static double Tolerance(double limit) => Slight * Math.Max(1, Math.Abs(limit));
}
