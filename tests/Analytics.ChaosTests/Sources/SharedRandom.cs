namespace Analytics.ChaosTests.Sources;

/// <summary>A seeded sequence that several tasks may draw from.</summary>
public sealed class SharedRandom(int seed) : Random(seed)
{
    private readonly Lock turn = new();

    public override int Next(int maxValue)
    {
        lock (turn)
        {
            return base.Next(maxValue);
        }
    }

    public override int Next(int minValue, int maxValue)
    {
        lock (turn)
        {
            return base.Next(minValue, maxValue);
        }
    }

    public override int Next()
    {
        lock (turn)
        {
            return base.Next();
        }
    }
}
