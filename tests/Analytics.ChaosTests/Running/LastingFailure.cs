namespace Analytics.ChaosTests.Running;

/// <summary>A failure that lasts until it was told, and the alert that must tell it.</summary>
/// <param name="Alert">Kind and cause of the alert.</param>
/// <param name="BeginAsync">Lets it happen, and returns what makes it good.</param>
public sealed record LastingFailure(string Alert, Func<Task<Func<Task>>> BeginAsync);
