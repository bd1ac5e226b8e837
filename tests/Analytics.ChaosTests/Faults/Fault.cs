using Analytics.ChaosTests.Running;

namespace Analytics.ChaosTests.Faults;

/// <summary>Something that goes wrong for a while.</summary>
/// <param name="Name">Name, in reports.</param>
/// <param name="Resource">What it harms; two faults that harm the same are not injected at once.</param>
/// <param name="Hold">How long it lasts at most, in milliseconds; 0 for what is over at once.</param>
/// <param name="InjectAsync">Lets it happen, and returns what makes it good.</param>
public sealed record Fault(string Name, string Resource, int Hold, Func<ChaosWorld, Task<Func<Task>>> InjectAsync)
{
    /// <summary>A fault that is over at once.</summary>
    public static Fault Once(string name, string resource, Func<ChaosWorld, Task> injectAsync) => new(name, resource, 0, async world =>
    {
        await injectAsync(world);
        return static () => Task.CompletedTask;
    });

    /// <summary>A fault with its remedy.</summary>
    public static Fault While(string name, string resource, int hold, Func<ChaosWorld, Task> injectAsync, Func<ChaosWorld, Task> healAsync) => new(name, resource, hold, async world =>
    {
        await injectAsync(world);
        return () => healAsync(world);
    });

    public override string ToString() => Name;
}
