using Analytics.Warehouse.Disclosure;

namespace Analytics.Etl.Disclosure;

/// <summary>
/// Chooses what is hidden besides the small numbers, until every hidden quantity is proved to be unknown enough: looks for those that the
/// relations hold too tightly, hides the cheapest known number in such a relation, and begins again.
/// </summary>
public sealed class Suppression
{
    private const int Rounds = 400;

    private readonly CellSystem system;
    private readonly bool[] hidden;
    private readonly bool[] primary;
    private readonly bool[] unprotected;
    private readonly IntervalProof proof;

    private Suppression(CellSystem system)
    {
        this.system = system;
        hidden = new bool[system.Quantities.Count];
        primary = new bool[system.Quantities.Count];
        unprotected = new bool[system.Quantities.Count];
        proof = new IntervalProof(system, IsUnknown);
    }

    /// <param name="system">What the public can compute with.</param>
    /// <param name="hiddenBefore">Quantities that are hidden besides the small ones.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public static Protection Find(CellSystem system, IEnumerable<int> hiddenBefore, CancellationToken cancellationToken)
    {
        var suppression = new Suppression(system);
        for (var index = 0; index < system.Quantities.Count; index++)
        {
            if (system.Quantities[index] is { IsSmall: true, IsPublished: true })
            {
                suppression.Hide(index, isPrimary: true);
            }
        }

        foreach (var index in hiddenBefore)
        {
            suppression.Hide(index, isPrimary: false);
        }

        suppression.Run(cancellationToken);
        return suppression.Result();
    }

    private void Run(CancellationToken cancellationToken)
    {
        for (var round = 0; round < Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var unknown = Enumerable.Range(0, hidden.Length).Where(IsUnknown).ToList();
            if (RepairTight(unknown))
            {
                continue;
            }

            if (!RepairUnproved(unknown, cancellationToken))
            {
                break;
            }
        }

        // Nothing that is unproved may be published.
        foreach (var index in Enumerable.Range(0, hidden.Length).Where(index => Matters(index) && !proof.IsProved(index)))
        {
            unprotected[index] = true;
        }
    }

    // What the relations one by one hold too tightly; true when something more was hidden.
    private bool RepairTight(List<int> unknown)
    {
        var bounds = UnknownBounds.Of(system, unknown, IsUnknown);
        var changed = false;
        var (repaired, beyondHelp) = (new HashSet<int>(), new List<int>());
        foreach (var index in unknown.Where(index => Matters(index) && !proof.IsProved(index)))
        {
            var (low, high, lowFrom, highFrom) = bounds[index];
            if (high - low >= system.Quantities[index].Width - 1e-6)
            {
                continue;
            }

            var binding = Binding(bounds, lowFrom, highFrom);
            if (binding.Any(repaired.Contains))
            {
                // Something was hidden there in this round already; it may be enough.
                continue;
            }

            if (Cheapest(binding) is { } chosen)
            {
                Hide(chosen, isPrimary: false);
                repaired.UnionWith(system.RelationsOf(chosen));
                changed = true;
            }
            else
            {
                beyondHelp.Add(index);
            }
        }

        // What was hidden for others may have helped; it is looked at once more then.
        beyondHelp.ForEach(index => unprotected[index] |= !changed);
        return changed;
    }

    // The relations that bound a quantity; when all in them is unknown already, those that bound what is in them.
    private HashSet<int> Binding(UnknownBounds bounds, int lowFrom, int highFrom)
    {
        var binding = new HashSet<int> { lowFrom, highFrom };
        binding.Remove(-1);
        for (var depth = 0; depth < 6 && Cheapest(binding) is null; depth++)
        {
            var wider = binding.SelectMany(relation => system.Relations[relation].Quantities).Distinct().Where(bounds.Has)
                .SelectMany(index => new[] { bounds[index].LowFrom, bounds[index].HighFrom }).Where(relation => relation >= 0).ToList();
            if (wider.TrueForAll(binding.Contains))
            {
                break;
            }

            binding.UnionWith(wider);
        }

        return binding;
    }

    // What all relations together hold too tightly; false when nothing is, or nothing can be done.
    private bool RepairUnproved(List<int> unknown, CancellationToken cancellationToken)
    {
        var components = Components(unknown).Where(component => component.Exists(index => Matters(index) && !proof.IsProved(index))).ToList();
        var failures = new List<(int Quantity, IReadOnlyList<int> Binding)>[components.Count];
        Parallel.For(0, components.Count, new ParallelOptions { CancellationToken = cancellationToken }, index =>
            failures[index] = [.. proof.Prove(components[index], cancellationToken).Where(one => Matters(one.Quantity))]);
        var choices = failures.SelectMany(failed => failed).Select(one => (one.Quantity, Chosen: Cheapest(one.Binding.Where(system.RelationsOf(one.Quantity).Contains)) ?? Cheapest(one.Binding))).ToList();
        foreach (var chosen in choices.Select(one => one.Chosen).OfType<int>().Distinct())
        {
            Hide(chosen, isPrimary: false);
        }

        var changed = choices.Exists(one => one.Chosen is not null);
        choices.ForEach(one => unprotected[one.Quantity] |= !changed);
        return changed;
    }

    // The cheapest number that is known yet. One that stands alone in its other relations brings others with it, and costs more.
    private int? Cheapest(IEnumerable<int> relations)
    {
        var candidates = relations
            .SelectMany(relation => system.Relations[relation].Quantities)
            .Distinct()
            .Where(index => !IsUnknown(index) && system.Quantities[index] is { CanBeHidden: true, IsPublished: true });
        return candidates.Any() ? candidates.MinBy(index => (Cost(index), index)) : null;
    }

    private double Cost(int index)
    {
        var alone = system.RelationsOf(index).Count(relation => system.Relations[relation].IsEqual && !system.Relations[relation].Quantities.Any(IsUnknown));
        var already = system.HiddenWith(index).Count(other => !IsUnknown(other));
        return system.Quantities[index].Cost * (1 + (20 * alone) + (0.25 * already));
    }

    private List<List<int>> Components(List<int> unknown)
    {
        var parent = unknown.ToDictionary(index => index);
        int Root(int index)
        {
            while (parent[index] != index)
            {
                index = parent[index] = parent[parent[index]];
            }

            return index;
        }

        foreach (var relation in unknown.SelectMany(system.RelationsOf).Distinct())
        {
            var first = -1;
            foreach (var index in system.Relations[relation].Quantities)
            {
                if (!IsUnknown(index))
                {
                    continue;
                }

                if (first < 0)
                {
                    first = index;
                }
                else
                {
                    parent[Root(index)] = Root(first);
                }
            }
        }

        return [.. unknown.GroupBy(Root, (_, members) => members.ToList())];
    }

    private void Hide(int index, bool isPrimary)
    {
        if (hidden[index])
        {
            primary[index] |= isPrimary;
            return;
        }

        (hidden[index], primary[index]) = (true, isPrimary);
        foreach (var other in system.HiddenWith(index))
        {
            Hide(other, isPrimary);
        }
    }

    private bool IsUnknown(int index) => (hidden[index] && system.Quantities[index].CanBeHidden) || !system.Quantities[index].IsPublished;

    private bool Matters(int index) => !unprotected[index] && (hidden[index] || system.Quantities[index] is { IsPublished: false, IsSmall: true });

    private Protection Result() => new(
        [.. Enumerable.Range(0, hidden.Length).Where(index => hidden[index]).Select(index => new HiddenQuantity(index, primary[index], proof.Seen(index).Low, proof.Seen(index).High))],
        [.. Enumerable.Range(0, hidden.Length).Where(index => unprotected[index])]);
}
