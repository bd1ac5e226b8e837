namespace Analytics.ChaosTests.Running;

/// <summary>A fault that was injected, and the time from its end until everything equalled the sources again.</summary>
public sealed record FaultOutcome(string Fault, TimeSpan Recovered, int Violations);
