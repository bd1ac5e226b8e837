namespace Analytics.Etl.Loading;

/// <summary>The right to do one thing alone for a time. The token is larger than that of every earlier holder of anything.</summary>
public sealed record Lease(string Name, long Token);
