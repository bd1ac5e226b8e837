using System.Collections.Concurrent;

namespace Analytics.ChaosTests.Sources;

/// <summary>All committed states of every unit, oldest first. A state is noted before its commit, so that nobody sees one that is not here.</summary>
public sealed class History
{
    private readonly ConcurrentDictionary<Unit, List<Totals>> states = new();

    public IReadOnlyCollection<Unit> Units => [.. states.Keys];

    public void Add(Unit unit, Totals totals)
    {
        var known = states.GetOrAdd(unit, static _ => [Totals.Empty]);
        lock (known)
        {
            if (known[^1] != totals)
            {
                known.Add(totals);
            }
        }
    }

    /// <summary>Takes back the last state: its commit failed.</summary>
    public void TakeBack(Unit unit, Totals before)
    {
        var known = states[unit];
        lock (known)
        {
            if (known[^1] != before)
            {
                known.RemoveAt(known.Count - 1);
            }
        }
    }

    public Totals Last(Unit unit)
    {
        var known = states[unit];
        lock (known)
        {
            return known[^1];
        }
    }

    /// <summary>The first state, not before the given one, that is like this; null when there was none.</summary>
    public int? Find(Unit unit, int notBefore, Func<Totals, bool> isLike)
    {
        if (!states.TryGetValue(unit, out var known))
        {
            return null;
        }

        lock (known)
        {
            var found = known.FindIndex(Math.Min(notBefore, known.Count - 1), state => isLike(state));
            return found < 0 ? null : found;
        }
    }
}
