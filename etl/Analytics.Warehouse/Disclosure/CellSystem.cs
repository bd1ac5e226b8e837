namespace Analytics.Warehouse.Disclosure;

/// <summary>
/// All that the public can compute with: quantities, the linear relations between them, and which are hidden together. Pure data; built by
/// <see cref="LatticeSystem"/> for a publication, by hand in tests.
/// </summary>
public sealed class CellSystem
{
    private readonly List<Quantity> quantities = [];
    private readonly List<Relation> relations = [];
    private readonly List<List<int>> relationsOf = [];
    private readonly List<List<int>> hiddenWith = [];

    public IReadOnlyList<Quantity> Quantities => quantities;

    public IReadOnlyList<Relation> Relations => relations;

    /// <summary>Indexes of the relations that a quantity stands in.</summary>
    public IReadOnlyList<int> RelationsOf(int quantity) => relationsOf[quantity];

    /// <summary>The quantities that must be hidden when this one is: the money paid to hidden families.</summary>
    public IReadOnlyList<int> HiddenWith(int quantity) => hiddenWith[quantity];

    public int Add(Quantity quantity)
    {
        quantities.Add(quantity);
        relationsOf.Add([]);
        hiddenWith.Add([]);
        return quantities.Count - 1;
    }

    /// <summary>Where <paramref name="one"/> is hidden, <paramref name="other"/> is, too.</summary>
    public void HideTogether(int one, int other)
    {
        if (one != other && !hiddenWith[one].Contains(other))
        {
            hiddenWith[one].Add(other);
        }
    }

    public void Add(Relation relation)
    {
        foreach (var quantity in relation.Quantities)
        {
            relationsOf[quantity].Add(relations.Count);
        }

        relations.Add(relation);
    }

    /// <summary>
    /// The parts make up the whole. As the true values say: an equation when they add up; else no part is more than the whole, and the
    /// whole no more than all (different families, one of whom may be in two parts), or the parts no more than the whole (something is in none of them).
    /// That it is an equation where it happens to be one is what an attacker would guess.
    /// </summary>
    public void AddParts(int whole, ReadOnlySpan<int> parts)
    {
        var sum = 0d;
        foreach (var part in parts)
        {
            sum += quantities[part].Value;
        }

        var difference = quantities[whole].Value - sum;
        var tolerance = 1e-7 * Math.Max(1, Math.Abs(sum));
        if (parts.Length == 0)
        {
            return;
        }

        int[] all = [whole, .. parts];
        double[] wholeMinusParts = [1, .. Enumerable.Repeat(-1d, parts.Length)];
        if (Math.Abs(difference) <= tolerance)
        {
            Add(new Relation(all, wholeMinusParts, 0, IsEqual: true));
        }
        else if (difference > 0)
        {
            Add(new Relation(all, [.. wholeMinusParts.Select(static factor => -factor)], 0, IsEqual: false));
        }
        else
        {
            Add(new Relation(all, wholeMinusParts, 0, IsEqual: false));
            foreach (var part in parts)
            {
                AddAtMost(part, whole);
            }
        }
    }

    /// <summary>One is never more than the other; left out when the true values say otherwise.</summary>
    public void AddAtMost(int less, int more)
    {
        if (less != more && quantities[less].Value <= quantities[more].Value)
        {
            Add(new Relation([less, more], [1, -1], 0, IsEqual: false));
        }
    }
}
