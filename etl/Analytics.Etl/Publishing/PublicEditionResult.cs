using Analytics.Warehouse.Disclosure;

namespace Analytics.Etl.Publishing;

/// <summary>What came of protecting the publication in force.</summary>
/// <param name="Publication">Its number.</param>
/// <param name="Years">Its years.</param>
/// <param name="IsNew">False when all was done before.</param>
public sealed record PublicEditionResult(long Publication, IReadOnlyList<YearProtection> Years, bool IsNew);
