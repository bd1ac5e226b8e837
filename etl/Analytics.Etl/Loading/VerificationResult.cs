using Analytics.Etl.Publishing;

namespace Analytics.Etl.Loading;

/// <summary>What a full verification found.</summary>
/// <param name="Units">Every unit that was compared.</param>
/// <param name="Busy">Units that were being loaded all the time; their own load verifies them.</param>
/// <param name="Failures">Sources and tables that could not be compared, and why.</param>
/// <param name="Publication">Whether the figures in force are of the loads that were compared.</param>
public sealed record VerificationResult(
    IReadOnlyList<VerifiedUnit> Units, IReadOnlyList<UnitKey> Busy, IReadOnlyList<string> Failures, PublicationCheck Publication)
{
    /// <summary>Units that differ.</summary>
    public IReadOnlyList<VerifiedUnit> Differing { get; } = [.. Units.Where(unit => unit.Difference.Length > 0)];

    /// <summary>True when everything could be compared and nothing differs.</summary>
    public bool IsGood => Differing.Count == 0 && Failures.Count == 0;
}
