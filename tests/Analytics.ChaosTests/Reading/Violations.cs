using System.Collections.Concurrent;

namespace Analytics.ChaosTests.Reading;

/// <summary>What was found against the invariants. The same one is told once a round.</summary>
public sealed class Violations
{
    private readonly ConcurrentDictionary<string, int> found = new();
    private readonly ConcurrentQueue<string> all = new();

    public IReadOnlyCollection<string> All => all;

    public void Add(string what)
    {
        if (found.TryAdd(what, 0))
        {
            all.Enqueue(what);
            Console.WriteLine($"VIOLATION {what}");
        }
    }
}
